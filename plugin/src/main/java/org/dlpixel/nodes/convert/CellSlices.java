package org.dlpixel.nodes.convert;

import java.lang.ref.SoftReference;
import java.util.Optional;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.image.WholeSlices;
import org.knime.knip.base.data.img.ImgPlusValue;

/**
 * The slices of an image cell, for as long as somebody may ask for them: pixels are read when they
 * are needed and given up when memory runs short. Safe for several threads at once.
 */
public final class CellSlices implements SliceSource {

    private final ImgPlusValue<?> cell;
    private final String name;
    private final VolumeShape shape;
    private final PixelType pixelType;
    private final VoxelSize voxelSize;
    private SoftReference<ImgPlusSlices> pixels;

    /**
     * @param name how messages call the image
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput if its axes are not
     *     those of a stack
     */
    public CellSlices(ImgPlusValue<?> cell, String name) {
        this.cell = cell;
        this.name = name;
        ImgPlusSlices first = new ImgPlusSlices(cell.getImgPlus(), name);
        shape = first.shape();
        pixelType = first.pixelType();
        voxelSize = first.voxelSize();
        pixels = new SoftReference<>(first);
    }

    @Override
    public void read(int slice, float[] target) {
        pixels().read(slice, target);
    }

    @Override
    public Optional<WholeSlices> whole() {
        return pixels().whole().map(first -> this::readWhole);
    }

    private void readWhole(int slice, WholeSlices.Taker taker) {
        pixels().whole().orElseThrow().read(slice, taker);
    }

    private synchronized ImgPlusSlices pixels() {
        ImgPlusSlices known = pixels.get();
        if (known == null) {
            known = new ImgPlusSlices(cell.getImgPlus(), name);
            pixels = new SoftReference<>(known);
        }
        return known;
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return pixelType;
    }

    @Override
    public VoxelSize voxelSize() {
        return voxelSize;
    }

    @Override
    public String name() {
        return name;
    }
}
