/**
 * Compares bytecode with the list of real descriptors: what the clean-room classes declare, and
 * what a plug-in refers to. The list, {@code knime-5.12.txt}, holds public and protected members of
 * KNIME 5.12, KNIP 1.8.3 and ImageJ-common 0.28.1, one block of lines per type.
 */
package org.dlpixel.descriptors;
