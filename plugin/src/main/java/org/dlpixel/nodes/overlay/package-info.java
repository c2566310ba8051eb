/** Node Segmentation Overlay: segmented volumes in, pictures out. */
package org.dlpixel.nodes.overlay;
