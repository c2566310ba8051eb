package org.dlpixel.core.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * A folder of images of equal size, one per slice, in the natural order of their names ({@code z2}
 * before {@code z10}). Hidden files and those that are no images are left out. One image is open at
 * a time.
 */
final class FolderStack implements SliceSource {

    private final Path folder;
    private final List<Path> files;
    private final VolumeShape shape;
    private final PixelType type;
    private final VoxelSize voxelSize;

    private FolderStack(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
        try (SliceSource first = ImageFiles.open(files.get(0))) {
            VolumeShape s = first.shape();
            this.shape = new VolumeShape(s.width(), s.height(), files.size(), s.channels());
            this.type = first.pixelType();
            this.voxelSize = first.voxelSize();
            requireLikeFirst(files.get(0), first);
        }
    }

    /**
     * @throws Unreadable if there is no image, or if images differ in kind or size
     */
    static FolderStack open(Path folder) {
        List<Path> files =
                FolderImages.of(folder).stream()
                        .sorted((a, b) -> NaturalOrder.compare(name(a), name(b)))
                        .toList();
        if (files.isEmpty()) {
            throw new Unreadable(
                    "Cannot read "
                            + folder
                            + ": the folder is neither an OME-Zarr image nor does it hold any (TIFF,"
                            + " PNG, JPEG or BMP are expected).");
        }
        FolderStack stack = new FolderStack(folder, files);
        files.forEach(stack::requireSize);
        return stack;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** From the headers of all files, so that a stack is refused before anything long begins. */
    private void requireSize(Path file) {
        Roi size = ImageFiles.bounds(file);
        if (size.width() != shape.width() || size.height() != shape.height()) {
            throw differs(
                    file + " has " + size.width() + " x " + size.height() + " pixels",
                    shape.width() + " x " + shape.height());
        }
    }

    private void requireLikeFirst(Path file, SliceSource image) {
        VolumeShape s = image.shape();
        if (s.slices() != 1) {
            throw differs(file + " has " + s.slices() + " slices", "1 per file");
        }
        boolean alike =
                s.width() == shape.width()
                        && s.height() == shape.height()
                        && s.channels() == shape.channels()
                        && image.pixelType() == type;
        if (!alike) {
            throw differs(
                    file
                            + " has "
                            + s.width()
                            + " x "
                            + s.height()
                            + " pixels, "
                            + s.channels()
                            + " channels of "
                            + image.pixelType(),
                    shape.width()
                            + " x "
                            + shape.height()
                            + ", "
                            + shape.channels()
                            + " of "
                            + type);
        }
    }

    private Unreadable differs(String what, String expected) {
        return new Unreadable(
                "Cannot read the folder "
                        + folder
                        + " as a stack: "
                        + what
                        + ", expected is "
                        + expected
                        + " as in "
                        + files.get(0).getFileName()
                        + ".");
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
        return folder.toString();
    }

    @Override
    public void read(int slice, float[] target) {
        Objects.checkIndex(slice, files.size());
        try (SliceSource image = ImageFiles.open(files.get(slice))) {
            requireLikeFirst(files.get(slice), image);
            image.read(0, target);
        }
    }
}
