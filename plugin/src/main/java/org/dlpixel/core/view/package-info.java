/**
 * Pictures and the report, made without any window system and without fonts, so that they look the
 * same on every machine.
 *
 * <pre>
 * RgbImage, Png      an image and its file
 * Canvas, Lettering  smooth lines and text drawn by ourselves
 * Palette            colours that colour-blind readers can tell apart
 * Overlay            one slice: annotations, segmentation, errors
 * PatchGrid          augmented patches as the network sees them
 * Chart              curves over epochs (TrainingCurve arranges them)
 * Report             one page of HTML with everything in it
 * </pre>
 */
package org.dlpixel.core.view;
