package org.dlpixel.core.predict.plane;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/** Takes slices across y or x and passes on slices across z, in the end. */
final class TurnedSink implements PredictionSink, AutoCloseable {

    private final Layout layout;
    private final TurnedFile classes;
    private final Optional<TurnedFile> probabilities;

    /**
     * @param folder for temporary files
     * @param layout of the probabilities, one channel per class
     * @param withProbabilities whether they come besides the classes
     * @param maxBytes memory for gathering slices
     */
    TurnedSink(Path folder, Layout layout, boolean withProbabilities, long maxBytes) {
        this.layout = layout;
        this.classes = TurnedFile.of(folder, layout, 1, 1, maxBytes);
        try {
            int channels = layout.shape().channels();
            this.probabilities =
                    withProbabilities
                            ? Optional.of(
                                    TurnedFile.of(folder, layout, channels, Float.BYTES, maxBytes))
                            : Optional.empty();
        } catch (RuntimeException e) {
            classes.close();
            throw e;
        }
    }

    @Override
    public void write(SlicePrediction prediction) {
        byte[] target = classes.next(prediction.slice());
        System.arraycopy(prediction.classes(), 0, target, 0, target.length);
        probabilities.ifPresent(
                file ->
                        ByteBuffer.wrap(file.next(prediction.slice()))
                                .asFloatBuffer()
                                .put(prediction.probabilities().orElseThrow().pixels()));
    }

    /**
     * All slices were written: passes on those across z that the sink does not have; pixels of
     * slices that were left out are class 0 with probabilities of 0.
     */
    void passOn(PredictionSink sink, Progress progress) {
        classes.finish();
        probabilities.ifPresent(TurnedFile::finish);
        VolumeShape shape = layout.shape();
        byte[] winners = new byte[shape.plane()];
        Optional<FloatImage> values =
                probabilities.map(
                        file -> FloatImage.zeros(shape.width(), shape.height(), shape.channels()));
        for (int z = 0; z < shape.slices(); z++) {
            progress.checkCancelled();
            if (!sink.has(z)) {
                readClasses(z, winners);
                readProbabilities(z, values);
                sink.write(new SlicePrediction(z, winners, values));
            }
            progress.report((z + 1.0) / shape.slices(), "Turning slice " + (z + 1));
        }
    }

    private void readClasses(int z, byte[] target) {
        classes.read(
                z,
                (first, count, rows) ->
                        layout.forEachRow(
                                first,
                                count,
                                1,
                                (from, to) -> {
                                    for (int i = 0; i < layout.length(); i++) {
                                        target[to + i * layout.stride()] = rows.get(from + i);
                                    }
                                }));
    }

    private void readProbabilities(int z, Optional<FloatImage> target) {
        if (target.isEmpty()) {
            return;
        }
        float[] pixels = target.get().pixels();
        probabilities
                .orElseThrow()
                .read(
                        z,
                        (first, count, rows) -> {
                            FloatBuffer values = rows.asFloatBuffer();
                            layout.forEachRow(
                                    first,
                                    count,
                                    target.get().channels(),
                                    (from, to) -> {
                                        for (int i = 0; i < layout.length(); i++) {
                                            pixels[to + i * layout.stride()] = values.get(from + i);
                                        }
                                    });
                        });
    }

    /** Deletes the temporary files. */
    @Override
    public void close() {
        classes.close();
        probabilities.ifPresent(TurnedFile::close);
    }
}
