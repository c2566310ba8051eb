/**
 * Prediction across other axes than z, and across several at once.
 *
 * <p>{@link org.dlpixel.core.predict.plane.PlanePredictor} applies one model to slices across z, y
 * or x and hands the result to a sink in slices across z. Across several axes the probabilities are
 * averaged, so that what one direction mistakes the others may set right. {@link
 * org.dlpixel.core.predict.plane.SmoothedSink} lets neighbouring slices agree. Volumes need not fit
 * into the memory: what is turned lies in temporary files meanwhile.
 */
package org.dlpixel.core.predict.plane;
