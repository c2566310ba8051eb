package org.dlpixel.core.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.TorchEngine;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.patches.PatchSource;

/**
 * What tells trainings apart: two with equal fingerprints have the same result.
 *
 * @param parts what by name, in order
 */
record Fingerprint(Map<String, String> parts) {

    /** Enough to notice other regions or another augmentation, and quickly drawn. */
    private static final int PATCHES = 2;

    static Fingerprint of(TrainingTask task) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("engine", "libtorch " + TorchEngine.version());
        parts.put("network", task.network().toString());
        parts.put("settings", task.settings().toString());
        parts.put("loss", task.loss().toString());
        parts.put("choice of the epoch", task.choosing() ? "best" : "last");
        parts.put("classes", task.data().classes().names().toString());
        parts.put("labelled regions", regions(task.data()));
        parts.put("patches or augmentation", patches(task.patches()));
        parts.put("start weights", new Hash().add(task.start().values()).hex());
        return new Fingerprint(parts);
    }

    private static String regions(TrainingData data) {
        Hash hash = new Hash().add(data.normalization().toString()).add(data.context().toString());
        for (LabelledRegion region : data.regions()) {
            hash.add(region.describe())
                    .add(region.split().label())
                    .add(region.range().toString())
                    .add(region.labels().classes())
                    .add(region.image().pixels());
        }
        return hash.hex();
    }

    private static String patches(PatchSource source) {
        Hash hash = new Hash();
        for (int i = 0; i < PATCHES; i++) {
            Patch patch = source.patch(0, i);
            hash.add(patch.image().pixels()).add(patch.labels().classes());
            patch.targets().ifPresent(targets -> hash.add(targets.pixels()));
        }
        return hash.hex();
    }

    /**
     * Raises {@link InvalidInput}, naming the difference, unless the other is the same.
     *
     * @param file of the other
     */
    void requireSame(Fingerprint other, Object file) {
        parts.forEach(
                (name, value) -> {
                    String its = other.parts.get(name);
                    if (!value.equals(its)) {
                        throw InvalidInput.of(
                                "checkpoint folder",
                                file + " belongs to a training with other " + name + ", " + its,
                                "that of the same training, " + value + ", or another folder");
                    }
                });
    }
}
