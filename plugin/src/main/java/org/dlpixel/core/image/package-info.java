/**
 * What a training example, a stack of slices, a class list, a label encoding and a normalisation
 * <em>are</em>.
 *
 * <p>Pixels lie in row-major planes, x fastest; several channels lie one plane after the other (C,
 * H, W), which is the order that tensors use. Boxes are half-open and given x first.
 */
package org.dlpixel.core.image;
