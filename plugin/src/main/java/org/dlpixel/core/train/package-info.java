/**
 * Training from sparse labels.
 *
 * <p>{@link org.dlpixel.core.train.Trainer} checks the labels ({@link
 * org.dlpixel.core.train.data.TrainingChecks}), lets a background thread draw batches ahead of the
 * step ({@link org.dlpixel.core.train.patches.BatchLoader}), follows a warm-up and cosine schedule,
 * and after every epoch looks at the held-out regions ({@link org.dlpixel.core.train.Validator}) to
 * keep the best weights. {@link org.dlpixel.core.train.Checkpoints} let a training go on after an
 * interruption, {@link org.dlpixel.core.train.CrossValidation} predicts every region with a network
 * that did not see it; {@code data}, {@code settings} and {@code patches} hold what goes into a
 * training, {@code validation} how regions are divided. One seed gives one result: with the same
 * data, settings and number of threads the weights are equal bit for bit.
 */
package org.dlpixel.core.train;
