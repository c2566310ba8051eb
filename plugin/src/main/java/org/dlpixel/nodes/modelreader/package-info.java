/** Node U-Net Model Reader: a bioimage.io package becomes a model. */
package org.dlpixel.nodes.modelreader;
