package org.dlpixel.core.io;

import java.io.IOException;

/** Gives the pixels of pages; one plane after the other (C, H, W). */
interface PageReader {

    /**
     * @param page 0-based page of the stack
     * @param target gets samples * height * width values from {@code offset}
     */
    void read(int page, float[] target, int offset) throws IOException;
}
