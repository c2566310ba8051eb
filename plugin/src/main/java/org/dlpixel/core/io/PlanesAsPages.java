package org.dlpixel.core.io;

import java.io.IOException;

/**
 * Pages whose samples, stored one plane after the other, are taken for pages: Python's tifffile
 * writes three or four slices as one page that looks like planes of colour.
 *
 * @param pages gives all planes of a page at once
 * @param samples planes per page
 * @param plane pixels of a plane
 */
record PlanesAsPages(PageReader pages, int samples, int plane) implements PageReader {

    @Override
    public void read(int page, float[] target, int offset) throws IOException {
        float[] all = new float[Math.multiplyExact(samples, plane)];
        pages.read(page / samples, all, 0);
        System.arraycopy(all, page % samples * plane, target, offset, plane);
    }
}
