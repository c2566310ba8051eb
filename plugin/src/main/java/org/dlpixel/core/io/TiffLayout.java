package org.dlpixel.core.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/**
 * Where everything lies in a TIFF stack of known extent: header, first directory, the pixels of all
 * pages in one piece, the other directories. ImageJ maps such a stack without reading all
 * directories, and any slice can be written at any time.
 */
final class TiffLayout {

    /** What a classic TIFF file can hold, with room for nothing to go wrong. */
    private static final long CLASSIC_LIMIT = 0xffff_0000L;

    private final VolumeShape shape;
    private final PixelType type;
    private final VoxelSize voxel;
    private final double firstZ;
    private final boolean big;
    private final int headerBytes;
    private final long firstDirectoryBytes;
    private final long otherDirectoryBytes;

    TiffLayout(VolumeShape shape, PixelType type, VoxelSize voxel, boolean forceBig) {
        this(shape, type, voxel, 0, forceBig);
    }

    TiffLayout(StackTarget t) {
        this(t.shape(), t.type(), t.voxelSize(), t.firstZ(), false);
    }

    private TiffLayout(
            VolumeShape shape, PixelType type, VoxelSize voxel, double firstZ, boolean forceBig) {
        this.shape = shape;
        this.type = type;
        this.voxel = voxel;
        this.firstZ = firstZ;
        long otherBytes = (long) (pages() - 1) * 512;
        this.big = forceBig || pages() * pageBytes() + otherBytes + 4096 > CLASSIC_LIMIT;
        this.headerBytes = big ? 16 : 8;
        this.firstDirectoryBytes = tags(0).size();
        this.otherDirectoryBytes = pages() > 1 ? tags(1).size() : 0;
    }

    int pages() {
        return Math.multiplyExact(shape.slices(), shape.channels());
    }

    long pageBytes() {
        return (long) shape.plane() * type.bytes();
    }

    /** First byte of the pixels of a page. */
    long pixels(int page) {
        return headerBytes + firstDirectoryBytes + page * pageBytes();
    }

    /** First byte of the directory of a page. */
    long directory(int page) {
        return page == 0 ? headerBytes : align(pixels(pages())) + (page - 1) * otherDirectoryBytes;
    }

    ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I');
        if (big) {
            header.putShort((short) 43).putShort((short) 8).putShort((short) 0);
            header.putLong(directory(0));
        } else {
            header.putShort((short) 42).putInt((int) directory(0));
        }
        return header.rewind();
    }

    ByteBuffer directoryBytes(int page) {
        long next = page + 1 < pages() ? directory(page + 1) : 0;
        return tags(page).bytes(directory(page), next);
    }

    private TiffTags tags(int page) {
        TiffTags tags =
                new TiffTags(big)
                        .number(256, shape.width())
                        .number(257, shape.height())
                        .shorts(258, type.bytes() * 8)
                        .shorts(259, 1)
                        .shorts(262, 1);
        if (page == 0) {
            tags.text(270, description());
        }
        // The size of a directory does not depend on the offsets in it.
        tags.offset(273, pixels(page))
                .shorts(277, 1)
                .number(278, shape.height())
                .offset(279, pageBytes());
        resolution(tags, 282, voxel.x());
        resolution(tags, 283, voxel.y());
        return tags.shorts(296, 1).shorts(339, sampleFormat());
    }

    private int sampleFormat() {
        return switch (type) {
            case UINT8, UINT16, UINT32 -> 1;
            case INT8, INT16, INT32 -> 2;
            case FLOAT32, FLOAT64 -> 3;
        };
    }

    /** Pixels per unit as a fraction that keeps about nine digits of the pixel size. */
    private static void resolution(TiffTags tags, int id, double size) {
        int digits = (int) Math.min(9, Math.max(0, 9 - Math.ceil(Math.log10(size))));
        long numerator = Math.round(Math.pow(10, digits));
        long denominator = Math.min(0xffffffffL, Math.max(1, Math.round(size * numerator)));
        tags.rational(id, numerator, denominator);
    }

    private String description() {
        StringBuilder text = new StringBuilder("ImageJ=1.11a\nimages=").append(pages());
        if (shape.channels() > 1) {
            text.append("\nchannels=").append(shape.channels());
        }
        text.append("\nslices=").append(shape.depth());
        if (shape.times() > 1) {
            text.append("\nframes=").append(shape.times());
        }
        text.append("\nhyperstack=true\nmode=grayscale");
        if (!voxel.unit().equals(Units.PIXEL)) {
            String unit = voxel.unit().equals(Units.MICROMETRE) ? "micron" : voxel.unit();
            text.append("\nunit=").append(unit);
        }
        text.append("\nspacing=").append(voxel.z());
        if (firstZ != 0) {
            // ImageJ states at which of the slices, counted from 0, z is 0.
            text.append("\nzorigin=").append(-firstZ / voxel.z());
        }
        if (shape.times() > 1 && !voxel.time().equals(TimeStep.UNKNOWN)) {
            text.append("\nfinterval=").append(voxel.time().step());
            String unit = voxel.time().unit();
            text.append("\ntunit=").append(unit.equals(TimeUnits.SECOND) ? "sec" : unit);
        }
        return text.append("\nloop=false\n").toString();
    }

    private static long align(long position) {
        return (position + 7) / 8 * 8;
    }
}
