package org.dlpixel.core.predict.plane;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/**
 * Takes the probabilities of slices across y or x and adds them to those of slices across z. They
 * are kept in 1/65535.
 */
final class ProbabilityFile implements PredictionSink, AutoCloseable {

    private static final int MAX = 0xffff;

    private final Layout layout;
    private final TurnedFile file;

    /**
     * @param folder for a temporary file
     * @param layout of the probabilities, one channel per class
     * @param maxBytes memory for gathering slices
     */
    ProbabilityFile(Path folder, Layout layout, long maxBytes) {
        this.layout = layout;
        this.file = TurnedFile.of(folder, layout, layout.shape().channels(), Short.BYTES, maxBytes);
    }

    @Override
    public void write(SlicePrediction prediction) {
        float[] values = prediction.probabilities().orElseThrow().pixels();
        ShortBuffer out = ByteBuffer.wrap(file.next(prediction.slice())).asShortBuffer();
        for (int i = 0; i < values.length; i++) {
            out.put(i, (short) Math.round(values[i] * MAX));
        }
    }

    /** All slices were written. */
    void finish() {
        file.finish();
    }

    /** Adds what was found in a slice across z, (classes, height, width). */
    void addTo(int z, FloatImage sum) {
        float[] target = sum.pixels();
        int length = layout.length();
        int stride = layout.stride();
        file.read(
                z,
                (first, count, rows) -> {
                    ShortBuffer values = rows.asShortBuffer();
                    layout.forEachRow(
                            first,
                            count,
                            sum.channels(),
                            (from, to) -> {
                                for (int i = 0; i < length; i++) {
                                    target[to + i * stride] +=
                                            (values.get(from + i) & MAX) / (float) MAX;
                                }
                            });
                });
    }

    @Override
    public void close() {
        file.close();
    }
}
