/** Node U-Net Model Writer: a model becomes a bioimage.io package. */
package org.dlpixel.nodes.modelwriter;
