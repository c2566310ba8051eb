package org.dlpixel.core.io;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import java.lang.reflect.Array;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.VoxelSize;

/**
 * What one image file directory says of its page (TIFF 6.0; BigTIFF has the same tags).
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param samples values per pixel, e.g. 3 for RGB
 * @param type how one value is stored
 * @param chunky whether the samples of a pixel lie side by side
 * @param dataStart byte of the file at which the pixels begin if they lie there uncompressed and in
 *     one piece, else -1
 * @param xSize units per pixel along x, NaN if not stated
 * @param ySize units per pixel along y, NaN if not stated
 * @param resolutionUnit 1 none, 2 inch, 3 centimetre
 */
record TiffPage(
        int width,
        int height,
        int samples,
        PixelType type,
        boolean chunky,
        long dataStart,
        double xSize,
        double ySize,
        int resolutionUnit) {

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int STRIP_BYTES = 279;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int PLANAR = 284;
    private static final int RESOLUTION_UNIT = 296;
    private static final int TILE_WIDTH = 322;
    private static final int SAMPLE_FORMAT = 339;

    /** Whether a directory holds a smaller copy of another page. */
    static boolean isReduced(Directory directory) {
        return (number(directory, NEW_SUBFILE_TYPE, 0) & 1) != 0;
    }

    /**
     * @throws Unreadable if a tag is missing or asks for what cannot be read
     */
    static TiffPage of(Directory directory) {
        int width = extent(directory, WIDTH, "width");
        int height = extent(directory, HEIGHT, "height");
        int samples = (int) Math.max(1, number(directory, SAMPLES, 1));
        int bits = (int) number(directory, BITS, 1);
        int compression = requireKnownCompression((int) number(directory, COMPRESSION, 1));
        boolean chunky = samples == 1 || number(directory, PLANAR, 1) != 2;
        long bytes = ((long) width * bits + 7) / 8 * height * samples;
        boolean plain =
                compression == 1
                        && bits >= 8
                        && entry(directory, TILE_WIDTH).isEmpty()
                        && number(directory, FILL_ORDER, 1) == 1;
        return new TiffPage(
                width,
                height,
                samples,
                type(bits, (int) number(directory, SAMPLE_FORMAT, 1)),
                chunky,
                plain ? contiguous(directory, bytes) : -1,
                pixelSize(directory, X_RESOLUTION),
                pixelSize(directory, Y_RESOLUTION),
                (int) number(directory, RESOLUTION_UNIT, 2));
    }

    /** Whether the pixels lie in the file uncompressed and in one piece. */
    boolean isPlain() {
        return dataStart >= 0;
    }

    /** Bytes of the uncompressed page. */
    long bytes() {
        return (long) width * height * samples * type.bytes();
    }

    /** Whether two pages may be slices of one stack. */
    boolean fits(TiffPage other) {
        return width == other.width
                && height == other.height
                && samples == other.samples
                && type == other.type;
    }

    /** How messages describe the page. */
    String describe() {
        return width + " x " + height + " x " + samples + " " + type;
    }

    /** The pixel size if the tags give it in centimetres; inches are only ever print settings. */
    VoxelSize centimetreSize() {
        if (resolutionUnit != 3) {
            return VoxelSize.UNKNOWN;
        }
        double x = Units.inMicrometres(xSize, "cm");
        double y = Units.inMicrometres(ySize, "cm");
        return Units.voxelSize(x, y, x, Units.MICROMETRE);
    }

    private static int requireKnownCompression(int compression) {
        return switch (compression) {
            case 1, 5, 8, 32773, 32946 -> compression;
            default ->
                    throw new Unreadable(
                            "its compression "
                                    + compressionName(compression)
                                    + " is not supported; save it uncompressed or with LZW, deflate"
                                    + " or PackBits");
        };
    }

    private static String compressionName(int compression) {
        return switch (compression) {
            case 2, 3, 4 -> "CCITT (" + compression + ")";
            case 6, 7 -> "JPEG (" + compression + ")";
            case 34712, 33003, 33005 -> "JPEG 2000 (" + compression + ")";
            case 34925 -> "LZMA (" + compression + ")";
            case 50000 -> "Zstandard (" + compression + ")";
            case 50001 -> "WebP (" + compression + ")";
            default -> String.valueOf(compression);
        };
    }

    private static PixelType type(int bits, int sampleFormat) {
        if (sampleFormat == 3) {
            return switch (bits) {
                case 32 -> PixelType.FLOAT32;
                case 64 -> PixelType.FLOAT64;
                default -> throw unsupported(bits, "float");
            };
        }
        boolean signed = sampleFormat == 2;
        return switch (bits) {
            case 1, 2, 4 -> PixelType.UINT8;
            case 8 -> signed ? PixelType.INT8 : PixelType.UINT8;
            case 16 -> signed ? PixelType.INT16 : PixelType.UINT16;
            case 32 -> signed ? PixelType.INT32 : PixelType.UINT32;
            default -> throw unsupported(bits, signed ? "signed" : "unsigned");
        };
    }

    private static Unreadable unsupported(int bits, String kind) {
        return new Unreadable(
                "its "
                        + bits
                        + "-bit "
                        + kind
                        + " pixels are not supported; save it as 8, 16 or 32"
                        + " bits");
    }

    /** Where the strips begin if they follow each other without a gap, else -1. */
    private static long contiguous(Directory directory, long bytes) {
        long[] offsets = numbers(directory, STRIP_OFFSETS);
        long[] counts = numbers(directory, STRIP_BYTES);
        if (offsets.length == 1) {
            return offsets[0];
        }
        long total = 0;
        for (int i = 0; i < offsets.length && i < counts.length; i++) {
            if (offsets[i] != offsets[0] + total) {
                return -1;
            }
            total += counts[i];
        }
        return offsets.length > 0 && total >= bytes ? offsets[0] : -1;
    }

    private static int extent(Directory directory, int tag, String name) {
        long value = number(directory, tag, 0);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new Unreadable("it states no " + name);
        }
        return (int) value;
    }

    /** The tags hold pixels per unit as a fraction. */
    private static double pixelSize(Directory directory, int tag) {
        Object value = entry(directory, tag).map(Entry::getValue).orElse(null);
        if (value instanceof Rational fraction) {
            return (double) fraction.denominator() / fraction.numerator();
        }
        return Double.NaN;
    }

    private static long number(Directory directory, int tag, long fallback) {
        long[] values = numbers(directory, tag);
        return values.length == 0 ? fallback : values[0];
    }

    private static long[] numbers(Directory directory, int tag) {
        Object value = entry(directory, tag).map(Entry::getValue).orElse(null);
        if (value instanceof Number n) {
            return new long[] {n.longValue()};
        }
        if (value == null || !value.getClass().isArray()) {
            return new long[0];
        }
        long[] out = new long[Array.getLength(value)];
        for (int i = 0; i < out.length; i++) {
            out[i] = ((Number) Array.get(value, i)).longValue();
        }
        return out;
    }

    private static Optional<Entry> entry(Directory directory, int tag) {
        return Optional.ofNullable(directory.getEntryById(tag));
    }
}
