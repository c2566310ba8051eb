/**
 * Files in and out: image stacks as slices.
 *
 * <p>Stacks are read one slice at a time. Whatever is written appears under its name only when it
 * is complete. Every error names the file.
 */
package org.dlpixel.core.io;
