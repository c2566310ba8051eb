/** Node Segmentation Scorer: segmentations and what is known of them in, scores out. */
package org.dlpixel.nodes.scorer;
