/**
 * Zarr arrays on disk, formats 2 and 3: their metadata, their chunks and how these are compressed.
 * What the arrays mean (OME-Zarr) is not known here.
 *
 * <p>Read: integers of 8 to 32 bits, floats of 32 and 64; compressed with gzip, zlib, zstd, LZ4 or
 * Blosc; transposed; sharded. Written: little-endian C order, integers with zstd, floats
 * uncompressed.
 */
package org.dlpixel.core.io.zarr;
