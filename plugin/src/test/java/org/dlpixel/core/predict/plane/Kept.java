package org.dlpixel.core.predict.plane;

import java.util.TreeMap;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;

/** Keeps copies of what it gets. */
final class Kept implements PredictionSink {

    final TreeMap<Integer, byte[]> classes = new TreeMap<>();
    final TreeMap<Integer, FloatImage> probabilities = new TreeMap<>();

    @Override
    public void write(SlicePrediction p) {
        if (!classes.isEmpty() && classes.lastKey() >= p.slice()) {
            throw new IllegalStateException("slice " + p.slice() + " after " + classes.lastKey());
        }
        classes.put(p.slice(), p.classes().clone());
        p.probabilities().ifPresent(v -> probabilities.put(p.slice(), copy(v)));
    }

    private static FloatImage copy(FloatImage v) {
        return new FloatImage(v.width(), v.height(), v.channels(), v.pixels().clone());
    }
}
