/** Node Patch Augmenter: labelled regions in, augmented patches out. */
package org.dlpixel.nodes.augmenter;
