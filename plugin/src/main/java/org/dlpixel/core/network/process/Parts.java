package org.dlpixel.core.network.process;

import java.util.Arrays;
import java.util.function.Consumer;

/** An array in equal parts, one after the other. */
final class Parts {

    private Parts() {}

    /** Changes each part in place. */
    static void each(float[] values, int count, Consumer<float[]> change) {
        if (count == 1) {
            change.accept(values);
            return;
        }
        int length = values.length / count;
        for (int i = 0; i < count; i++) {
            float[] part = Arrays.copyOfRange(values, i * length, (i + 1) * length);
            change.accept(part);
            System.arraycopy(part, 0, values, i * length, length);
        }
    }
}
