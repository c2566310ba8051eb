/** Node U-Net Slice Predictor: a model and volumes in, volumes with segmentations out. */
package org.dlpixel.nodes.predictor;
