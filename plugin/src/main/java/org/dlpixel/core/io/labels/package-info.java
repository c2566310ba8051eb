/**
 * Sparse labels in and out: stacks with labels, folders of projects and of patches, one reader for
 * each; all of them give labelled regions.
 */
package org.dlpixel.core.io.labels;
