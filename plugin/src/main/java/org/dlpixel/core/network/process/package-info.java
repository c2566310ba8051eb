/**
 * What bioimage.io descriptions say is done to the pixels before and after a network: one record
 * per kind of processing, applied to one image (C, H, W) in place.
 */
package org.dlpixel.core.network.process;
