/** Accuracy of the example workflow's defaults, also with fewer labels. */
package org.dlpixel.benchmark.accuracy;
