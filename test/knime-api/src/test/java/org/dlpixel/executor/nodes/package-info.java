/** Small nodes that behave well and badly. */
package org.dlpixel.executor.nodes;
