package org.dlpixel.core.io.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Goes through the chunks that a part of an array touches, and through the part within each. */
final class PartReader {

    private final ZarrArray array;
    private final int[] position;
    private final List<Integer> full;
    private final ZarrArray.Run run;
    private final int[] strides;
    private final int[] targetStrides;
    private final boolean chunksServeOthers;

    PartReader(ZarrArray array, int[] position, List<Integer> full, ZarrArray.Run run) {
        this.array = array;
        this.position = position;
        this.full = full;
        this.run = run;
        this.strides = array.chunks().strides();
        this.targetStrides = new int[full.size()];
        int step = 1;
        for (int i = full.size() - 1; i >= 0; i--) {
            targetStrides[i] = step;
            step *= array.shape().get(full.get(i));
        }
        this.chunksServeOthers = chunksServeOthers();
    }

    /** Whether chunks reach beyond the part, so that other parts need them too. */
    private boolean chunksServeOthers() {
        boolean others = false;
        for (int a = 0; a < position.length; a++) {
            int reach = Math.min(array.chunks().shape().get(a), array.shape().get(a));
            others |= !full.contains(a) && reach > 1;
        }
        return others;
    }

    void read() throws IOException {
        int[] chunk = new int[position.length];
        for (int a = 0; a < position.length; a++) {
            chunk[a] = full.contains(a) ? 0 : position[a] / array.chunks().shape().get(a);
        }
        chunks(0, chunk);
    }

    private void chunks(int axis, int[] chunk) throws IOException {
        if (axis == full.size()) {
            one(chunk);
            return;
        }
        int a = full.get(axis);
        int size = array.chunks().shape().get(a);
        for (int c = 0; (long) c * size < array.shape().get(a); c++) {
            chunk[a] = c;
            chunks(axis + 1, chunk);
        }
    }

    private void one(int[] chunk) throws IOException {
        ByteBuffer values = array.chunk(chunk, chunksServeOthers);
        int first = 0;
        for (int a = 0; a < position.length; a++) {
            if (!full.contains(a)) {
                first += position[a] % array.chunks().shape().get(a) * strides[a];
            }
        }
        runs(0, chunk, values, first, 0);
    }

    private void runs(int axis, int[] chunk, ByteBuffer values, int first, int at) {
        int a = full.get(axis);
        int size = array.chunks().shape().get(a);
        int start = chunk[a] * size;
        int count = Math.min(size, array.shape().get(a) - start);
        int target = at + start * targetStrides[axis];
        if (axis == full.size() - 1) {
            run.take(values, first, strides[a], target, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            runs(axis + 1, chunk, values, first + i * strides[a], target + i * targetStrides[axis]);
        }
    }
}
