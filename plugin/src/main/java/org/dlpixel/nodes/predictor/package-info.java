/** Node U-Net Slice Predictor: a model and volumes in; segmentations, maps and areas out. */
package org.dlpixel.nodes.predictor;
