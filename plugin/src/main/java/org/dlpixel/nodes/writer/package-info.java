/** Node Segmentation Writer: segmentations, scores and pictures in, files and one report out. */
package org.dlpixel.nodes.writer;
