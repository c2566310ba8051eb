/** Reads reference values computed by other programs. */
package org.dlpixel.core.golden;
