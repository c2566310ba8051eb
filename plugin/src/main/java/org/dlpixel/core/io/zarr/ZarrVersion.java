package org.dlpixel.core.io.zarr;

/** The storage format of a Zarr hierarchy. */
public enum ZarrVersion {
    /** {@code .zgroup}, {@code .zattrs} and {@code .zarray}. */
    V2,
    /** {@code zarr.json}. */
    V3
}
