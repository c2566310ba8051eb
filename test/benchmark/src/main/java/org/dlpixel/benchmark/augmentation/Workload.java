package org.dlpixel.benchmark.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlpixel.benchmark.Options.UsageException;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.Operations;

/**
 * What is done to every patch.
 *
 * @param name an operation or a preset
 * @param settings of our side
 * @param channels of the image
 */
record Workload(String name, AugmentationSettings settings, int channels) {

    private static final String COLOUR = "Colour jitter";

    /** Patches as they are, every operation alone, every preset. */
    static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        all.add(preset(AugmentationSettings.NONE));
        for (Operations.Named operation : Operations.all()) {
            all.add(new Workload(operation.name(), operation.alone(), 1));
            if (operation.name().equals(COLOUR)) {
                all.add(new Workload(COLOUR + " RGB", operation.alone(), 3));
            }
        }
        for (AugmentationSettings preset : AugmentationSettings.presets()) {
            if (!preset.equals(AugmentationSettings.NONE)) {
                all.add(preset(preset));
            }
        }
        return all;
    }

    /** Those whose names are listed, separated by commas. */
    static List<Workload> named(String names) {
        return Stream.of(names.split(",", -1)).map(Workload::of).toList();
    }

    /** The one of that name, whatever its case. */
    static Workload of(String name) {
        return all().stream()
                .filter(workload -> workload.name.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown operation or preset: " + name));
    }

    /** Whether it is one of the presets, and not an operation. */
    boolean isPreset() {
        return AugmentationSettings.presets().contains(settings);
    }

    private static Workload preset(AugmentationSettings settings) {
        return new Workload(settings.label(), settings, 1);
    }

    /** What is asked of the Python side: {@code SIZE CHANNELS SECONDS OPERATION;...}. */
    String order(int size, double seconds) {
        return settings.augmentations().stream()
                .map(Object::toString)
                .collect(Collectors.joining(";", size + " " + channels + " " + seconds + " ", ""));
    }
}
