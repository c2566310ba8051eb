package org.dlpixel.core.io;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * The directories of a TIFF or BigTIFF file, without its pixels. Smaller copies of pages (pyramids,
 * thumbnails) are left out.
 *
 * @param pages the pages that make up the stack
 * @param numbers the number of each of these pages within the file
 * @param texts the descriptions of the first page
 * @param byteOrder of all numbers and pixels
 */
record TiffPages(
        List<TiffPage> pages, List<Integer> numbers, List<String> texts, ByteOrder byteOrder) {

    private static final int IMAGE_DESCRIPTION = 270;
    private static final int BIG_TIFF = 43;

    /** Bytes of a value of each type, 0 for numbers that are no type. */
    private static final int[] TYPE_BYTES = {
        0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8
    };

    /**
     * @throws Unreadable if the chain of directories is broken or a page cannot be read
     */
    static TiffPages read(ImageInputStream in) throws IOException {
        in.seek(0);
        CompoundDirectory file = (CompoundDirectory) new TIFFReader().read(in);
        requireWholeChain(in, file.directoryCount());
        List<TiffPage> pages = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < file.directoryCount(); i++) {
            if (!TiffPage.isReduced(file.getDirectory(i))) {
                pages.add(TiffPage.of(file.getDirectory(i)));
                numbers.add(i);
            }
        }
        if (pages.isEmpty()) {
            throw new Unreadable("it holds no page");
        }
        List<String> texts = texts(file.getDirectory(numbers.get(0)));
        return new TiffPages(pages, numbers, texts, in.getByteOrder());
    }

    private static List<String> texts(Directory directory) {
        List<String> texts = new ArrayList<>();
        for (Entry entry : directory) {
            if (Integer.valueOf(IMAGE_DESCRIPTION).equals(entry.getIdentifier())) {
                if (entry.getValue() instanceof String[] several) {
                    texts.addAll(List.of(several));
                } else {
                    texts.add(String.valueOf(entry.getValue()));
                }
            }
        }
        return texts;
    }

    /**
     * The library silently drops directories and values that lie behind the end of a truncated
     * file: make sure that there are none.
     */
    private static void requireWholeChain(ImageInputStream in, int found) throws IOException {
        in.seek(2);
        boolean big = in.readUnsignedShort() == BIG_TIFF;
        in.seek(big ? 8 : 4);
        int directories = 0;
        for (long next = word(in, big); next != 0; next = word(in, big)) {
            if (directories++ == found || next < 0) {
                throw new Unreadable(
                        "it is truncated: more than the " + found + " pages in it are announced");
            }
            in.seek(next);
            requireWholeDirectory(in, big);
        }
    }

    /** Leaves the stream where the position of the next directory stands. */
    private static void requireWholeDirectory(ImageInputStream in, boolean big) throws IOException {
        long entries = big ? in.readLong() : in.readUnsignedShort();
        for (long i = 0; i < entries; i++) {
            in.readUnsignedShort();
            int type = in.readUnsignedShort();
            long bytes = word(in, big) * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0);
            long value = word(in, big);
            if (bytes > (big ? 8 : 4) && (value < 0 || value > in.length() - bytes)) {
                throw new Unreadable("it is truncated: a value lies behind its end");
            }
        }
    }

    private static long word(ImageInputStream in, boolean big) throws IOException {
        return big ? in.readLong() : in.readUnsignedInt();
    }
}
