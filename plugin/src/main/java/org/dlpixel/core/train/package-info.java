/**
 * Training from sparse labels.
 *
 * <p>{@link org.dlpixel.core.train.Trainer} checks the labels ({@link
 * org.dlpixel.core.train.TrainingChecks}), lets a background thread draw batches ahead of the step
 * ({@link org.dlpixel.core.train.BatchLoader}), follows a warm-up and cosine schedule, and after
 * every epoch looks at the held-out regions ({@link org.dlpixel.core.train.Validator}) to keep the
 * best weights. One seed gives one result: with the same data, settings and number of threads the
 * weights are equal bit for bit.
 */
package org.dlpixel.core.train;
