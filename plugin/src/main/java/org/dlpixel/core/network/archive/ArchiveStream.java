package org.dlpixel.core.network.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.ZipOutputStream;

/** The bytes of a zip that is written piece by piece while it is read. */
final class ArchiveStream extends InputStream {

    /** Writes some of the zip. */
    interface Step {
        void write(ZipOutputStream zip) throws IOException;
    }

    private final Iterator<Step> steps;
    private final Piece piece = new Piece();
    private final ZipOutputStream zip = stored(piece);
    private boolean finished;

    ArchiveStream(Iterator<Step> steps) {
        this.steps = steps;
    }

    static ZipOutputStream stored(OutputStream out) {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        return zip;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        while (piece.isUsedUp()) {
            if (finished) {
                return -1;
            }
            advance();
        }
        return piece.take(target, offset, length);
    }

    private void advance() throws IOException {
        piece.reset();
        if (steps.hasNext()) {
            steps.next().write(zip);
        } else {
            zip.finish();
            finished = true;
        }
    }

    /** Bytes that were written and wait to be read; the memory is used again. */
    private static final class Piece extends ByteArrayOutputStream {

        private int position;

        @Override
        public synchronized void reset() {
            super.reset();
            position = 0;
        }

        synchronized boolean isUsedUp() {
            return position == count;
        }

        synchronized int take(byte[] target, int offset, int length) {
            int taken = Math.min(length, count - position);
            System.arraycopy(buf, position, target, offset, taken);
            position += taken;
            return taken;
        }
    }
}
