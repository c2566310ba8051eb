/**
 * Which labelled regions are held out, decided before any patch is cut.
 *
 * <p>A {@link org.dlpixel.core.train.validation.ValidationPlan} gives one or more {@link
 * org.dlpixel.core.train.validation.Fold}s. Regions that belong together ({@link
 * org.dlpixel.core.train.validation.Grouping}) are never on both sides of one; a single region is
 * cut in two with a gap ({@link org.dlpixel.core.train.validation.SpatialSplit}).
 */
package org.dlpixel.core.train.validation;
