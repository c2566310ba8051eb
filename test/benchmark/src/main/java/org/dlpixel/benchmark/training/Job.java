package org.dlpixel.benchmark.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.network.UNetSettings;

/**
 * What a process has to train, passed as {@code key=value} arguments to Java and Python alike.
 *
 * @param network residual U-Net with one channel and two classes
 * @param batch patches per step
 * @param size side of a patch, pixels
 * @param threads threads per operation
 * @param decay weight decay of AdamW
 * @param images float32, little-endian, (batch, 1, size, size)
 * @param labels int8, (batch, size, size), -1 unlabelled
 * @param weights where training starts, float32, little-endian, as in a state_dict; random if none
 */
public record Job(
        UNetSettings network,
        int batch,
        int size,
        int threads,
        double decay,
        Path images,
        Path labels,
        Optional<Path> weights) {

    /** Of AdamW, in all processes. */
    static final double LEARNING_RATE = 1e-3;

    static final double DECAY = 1e-2;

    /** A job on a batch whose files are made if they are missing. */
    static Job of(UNetSettings network, int batch, int size, int threads, Path folder) {
        Path images = folder.resolve("images-" + batch + "-" + size + ".f32");
        Path labels = folder.resolve("labels-" + batch + "-" + size + ".i8");
        SyntheticBatch.write(batch, size, images, labels);
        return new Job(network, batch, size, threads, DECAY, images, labels, Optional.empty());
    }

    /** The same start on all sides, and nothing that only one side does. */
    Job comparable(Path newWeights) {
        UNetSettings plain = network.withDropout(0);
        return new Job(plain, batch, size, threads, 0, images, labels, Optional.of(newWeights));
    }

    /** E.g. {@code 8 x 256^2}. */
    String title() {
        return batch + " x " + size + "^2";
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>();
        all.add("depth=" + network.depth());
        all.add("features=" + network.baseFeatures());
        all.add("dropout=" + network.dropout());
        all.add("batch=" + batch);
        all.add("size=" + size);
        all.add("threads=" + threads);
        all.add("rate=" + LEARNING_RATE);
        all.add("decay=" + decay);
        all.add("images=" + images);
        all.add("labels=" + labels);
        weights.ifPresent(file -> all.add("weights=" + file));
        return all;
    }

    static Job parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        UNetSettings network =
                UNetSettings.defaults()
                        .withDepth(Integer.parseInt(values.get("depth")))
                        .withBaseFeatures(Integer.parseInt(values.get("features")))
                        .withDropout(Double.parseDouble(values.get("dropout")));
        return new Job(
                network,
                Integer.parseInt(values.get("batch")),
                Integer.parseInt(values.get("size")),
                Integer.parseInt(values.get("threads")),
                Double.parseDouble(values.get("decay")),
                Path.of(values.get("images")),
                Path.of(values.get("labels")),
                Optional.ofNullable(values.get("weights")).map(Path::of));
    }
}
