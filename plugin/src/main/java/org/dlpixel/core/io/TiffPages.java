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

    /** The library drops directories that lie behind the end of a truncated file: count them. */
    private static void requireWholeChain(ImageInputStream in, int found) throws IOException {
        in.seek(2);
        boolean big = in.readUnsignedShort() == BIG_TIFF;
        in.seek(big ? 8 : 4);
        int entryBytes = big ? 20 : 12;
        for (int i = 0; i <= found; i++) {
            long next = big ? in.readLong() : in.readUnsignedInt();
            if (next == 0 && i > 0) {
                return;
            }
            if (i == found || next <= 0 || next > in.length() - 8) {
                break;
            }
            in.seek(next);
            long entries = big ? in.readLong() : in.readUnsignedShort();
            long end = in.getStreamPosition() + entries * entryBytes;
            if (end > in.length() - (big ? 8 : 4)) {
                break;
            }
            in.seek(end);
        }
        throw new Unreadable(
                "it is truncated: " + found + " pages can be found, more are announced");
    }
}
