package org.dlpixel.core.io.zarr;

import java.io.IOException;

/**
 * BloscLZ, Blosc's own compression: runs of literals and copies from up to 8191 + 65535 bytes
 * before, as in FastLZ's second level.
 */
final class BloscLz {

    private static final int NEAR = 8191;

    private BloscLz() {}

    static byte[] decode(byte[] in, int length) throws IOException {
        byte[] out = new byte[length];
        int from = 0;
        int to = 0;
        boolean first = true;
        while (from < in.length) {
            int control = in[from++] & 0xff;
            if (first) {
                control &= 31; // the upper bits of the first byte tell the level
                first = false;
            }
            if (control < 32) {
                int count = control + 1;
                System.arraycopy(in, from, out, to, count);
                from += count;
                to += count;
                continue;
            }
            int count = (control >> 5) - 1;
            int more = 255;
            while (count >= 6 && more == 255) {
                more = in[from++] & 0xff;
                count += more;
            }
            int distance = ((control & 31) << 8) + (in[from++] & 0xff);
            if (distance == NEAR) {
                distance = NEAR + ((in[from] & 0xff) << 8) + (in[from + 1] & 0xff);
                from += 2;
            }
            int source = to - distance - 1;
            if (source < 0) {
                throw new IOException("a chunk is damaged");
            }
            for (int i = 0; i < count + 3; i++) {
                out[to++] = out[source++];
            }
        }
        if (to != length) {
            throw new IOException("a chunk is shorter than announced");
        }
        return out;
    }
}
