/**
 * A random forest on classical pixel features, as ilastik, Trainable Weka Segmentation and Labkit
 * train them: learned within seconds from few labelled pixels, without the deep-learning engine.
 *
 * <pre>
 * features  smoothed intensities, edges, corners and ridges at several scales (PixelFeatures)
 * choice    labelled pixels of the training regions, at most 50 000, small classes in full
 * forest    trees grown on bootstraps, classes balanced (PixelForest)
 * vote      the mean of the trees' class shares is a pixel's probability
 * </pre>
 */
package org.dlpixel.core.forest;
