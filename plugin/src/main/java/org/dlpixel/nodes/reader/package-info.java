/** Node Sparse Label Reader: files in, volumes and labelled regions out. */
package org.dlpixel.nodes.reader;
