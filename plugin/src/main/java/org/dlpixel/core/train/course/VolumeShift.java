package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.score.AreaShift;
import org.dlpixel.core.score.ClassPriors;
import org.dlpixel.core.score.LabelledProbabilities;
import org.dlpixel.core.score.PixelProbabilities;
import org.dlpixel.core.score.PriorShift;
import org.dlpixel.core.train.OutOfFold;

/**
 * How scores are shifted to the class priors of the volume.
 *
 * @param priors of the volume, by class index; empty if nothing is shifted
 * @param offsets of a classifier, by class index; empty if nothing is shifted
 */
record VolumeShift(List<Double> priors, List<Double> offsets) {

    static final VolumeShift NONE = new VolumeShift(List.of(), List.of());

    /**
     * Decides for a classifier.
     *
     * @param outOfFold empty if nothing was held out: then priors cannot be estimated
     * @param volume what they think of a uniform sample of the volume, at the temperature
     * @param temperature of the volume's probabilities
     */
    static VolumeShift of(
            Priors priors,
            Optional<OutOfFold> outOfFold,
            PixelProbabilities volume,
            double temperature) {
        if (priors instanceof Priors.Given given) {
            return of(AreaShift.of(volume, given.array()));
        }
        Function<LabelledProbabilities, VolumeShift> estimate =
                labels ->
                        priors instanceof Priors.ExpectationMaximisation
                                ? of(
                                        PriorShift.estimate(
                                                labels,
                                                volume,
                                                ClassPriors.uniform(volume.classes())))
                                : of(AreaShift.estimate(labels, volume));
        return priors instanceof Priors.AsLabelled
                ? NONE
                : outOfFold
                        .map(held -> labelled(held).atTemperature(temperature))
                        .map(estimate)
                        .orElse(NONE);
    }

    static LabelledProbabilities labelled(OutOfFold pixels) {
        return LabelledProbabilities.ofRegions(
                new PixelProbabilities(pixels.classes(), pixels.probabilities()),
                pixels.labels(),
                pixels.groups());
    }

    private static VolumeShift of(AreaShift shift) {
        return new VolumeShift(shift.priors(), shift.offsets());
    }

    private static VolumeShift of(PriorShift shift) {
        return new VolumeShift(shift.priors(), shift.offsets());
    }

    boolean isNone() {
        return offsets.isEmpty();
    }

    /**
     * The offsets with which another classifier finds as much of every class as this one shifted.
     *
     * @param mine what this one thinks of some pixels, shifted already
     * @param others what the other one thinks of a uniform sample of the same volume
     */
    static List<Double> alike(PixelProbabilities mine, PixelProbabilities others) {
        double[] shares = new double[mine.classes()];
        for (int i = 0; i < mine.pixels(); i++) {
            shares[mine.predicted(i)] += 1.0 / mine.pixels();
        }
        return AreaShift.of(others, shares).offsets();
    }

    /** For the model's record. */
    Map<String, String> summary(ClassList classes) {
        Map<String, String> summary = new LinkedHashMap<>();
        List<String> shares = new ArrayList<>();
        for (int c = 0; c < priors.size(); c++) {
            shares.add(classes.name(c) + " " + String.format(Locale.ROOT, "%.4f", priors.get(c)));
        }
        if (!shares.isEmpty()) {
            summary.put("class priors of the volume", String.join(", ", shares));
        }
        return summary;
    }
}
