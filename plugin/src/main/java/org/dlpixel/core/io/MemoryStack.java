package org.dlpixel.core.io;

import java.util.List;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * A stack of whole slices held in memory as 8 or 16-bit unsigned integers. Safe for several
 * threads.
 */
public final class MemoryStack implements SliceSource {

    private final String name;
    private final VolumeShape shape;
    private final PixelType type;
    private final VoxelSize voxelSize;
    private final Reader reader;

    /** Gives one slice. */
    private interface Reader {
        void read(int slice, float[] target);
    }

    private MemoryStack(
            String name, VolumeShape shape, PixelType type, VoxelSize voxelSize, Reader reader) {
        this.name = name;
        this.shape = shape;
        this.type = type;
        this.voxelSize = voxelSize;
        this.reader = reader;
    }

    /**
     * @param slices one array of height * width values per slice, shared, not copied
     */
    public static MemoryStack ofBytes(
            String name, int width, int height, List<byte[]> slices, VoxelSize voxelSize) {
        VolumeShape shape = new VolumeShape(width, height, slices.size(), 1);
        return new MemoryStack(
                name,
                shape,
                PixelType.UINT8,
                voxelSize,
                (z, target) -> {
                    byte[] slice = slices.get(z);
                    for (int i = 0; i < slice.length; i++) {
                        target[i] = slice[i] & 0xff;
                    }
                });
    }

    /**
     * @param slices one array of height * width values per slice, shared, not copied
     */
    public static MemoryStack ofShorts(
            String name, int width, int height, List<short[]> slices, VoxelSize voxelSize) {
        VolumeShape shape = new VolumeShape(width, height, slices.size(), 1);
        return new MemoryStack(
                name,
                shape,
                PixelType.UINT16,
                voxelSize,
                (z, target) -> {
                    short[] slice = slices.get(z);
                    for (int i = 0; i < slice.length; i++) {
                        target[i] = slice[i] & 0xffff;
                    }
                });
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return type;
    }

    @Override
    public VoxelSize voxelSize() {
        return voxelSize;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(int slice, float[] target) {
        reader.read(slice, target);
    }
}
