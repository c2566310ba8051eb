package org.dlpixel.nodes.convert;

import java.io.IOException;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.knip.base.data.img.ImgPlusCellFactory;

/** A stack in memory that is filled slice by slice and becomes an image cell. */
public final class StackCell {

    private final Planes planes;
    private final VolumeShape shape;
    private final VoxelSize voxelSize;
    private final String name;

    /**
     * An image of zeros.
     *
     * @param type of its pixels; 64-bit reals are kept as 32-bit ones
     * @param name of the image
     */
    public StackCell(VolumeShape shape, PixelType type, VoxelSize voxelSize, String name) {
        this.planes = Planes.of(type, shape);
        this.shape = shape;
        this.voxelSize = voxelSize;
        this.name = name;
    }

    /** Puts one slice, (C, H, W); into integer types values are rounded. */
    public void put(int slice, float[] values) {
        planes.put(slice, values);
    }

    /** Puts one slice of an image of unsigned bytes with one channel. */
    public void put(int slice, byte[] values) {
        planes.put(slice, values);
    }

    /** The cell; nothing is put any more. */
    public DataCell create(ImgPlusCellFactory cells) throws IOException {
        return RegionTable.image(
                cells, ImgPlusImages.wrapAny(planes.image(), name, shape, voxelSize));
    }
}
