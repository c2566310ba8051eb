package org.dlpixel.core.score;

/**
 * The counts of one slice.
 *
 * @param slice 0-based
 * @param scope {@link Scope#ANNOTATED} or {@link Scope#HELD_OUT}
 * @param matrix its counts
 */
public record SliceScore(int slice, Scope scope, ConfusionMatrix matrix) {}
