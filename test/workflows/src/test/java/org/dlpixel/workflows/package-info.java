/** Runs whole workflows with the embedded executor. */
package org.dlpixel.workflows;
