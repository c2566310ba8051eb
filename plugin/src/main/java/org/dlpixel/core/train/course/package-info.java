/**
 * Learning from the unlabelled rest of the volumes: teachers that know the labels say what they
 * think of parts of the volumes drawn at random, and a student learns from labels and opinions
 * together.
 */
package org.dlpixel.core.train.course;
