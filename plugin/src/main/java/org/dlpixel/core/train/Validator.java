package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;

/** Predicts the held-out regions as a whole and scores their labelled pixels. */
final class Validator {

    private final UNetSettings settings;
    private final LossSettings loss;
    private final List<ValidationView> views;
    private final int threads;

    Validator(UNetSettings settings, LossSettings loss, List<LabelledRegion> heldOut, int threads) {
        this.settings = settings;
        this.loss = loss;
        this.views = heldOut.stream().map(r -> ValidationView.of(r, settings)).toList();
        this.threads = threads;
    }

    boolean hasRegions() {
        return !views.isEmpty();
    }

    /** Scores weights in evaluation mode. */
    ValidationScore score(Weights weights, Progress progress) {
        DiceCounts counts = new DiceCounts(settings.classes());
        double sum = 0;
        long labelled = 0;
        try (Network network = Network.open(settings, weights, loss, threads)) {
            for (ValidationView view : views) {
                progress.checkCancelled();
                counts.add(
                        view.labels(),
                        network.classes(view.image(), 1, view.height(), view.width()));
                sum +=
                        view.labelled()
                                * network.loss(
                                        view.image(),
                                        view.labels(),
                                        1,
                                        view.height(),
                                        view.width());
                labelled += view.labelled();
            }
        }
        return new ValidationScore(sum / labelled, counts.dice());
    }

    /** True and false positives per class. */
    private static final class DiceCounts {

        private final long[] both;
        private final long[] either;

        DiceCounts(int classes) {
            both = new long[classes];
            either = new long[classes];
        }

        void add(byte[] labels, byte[] predicted) {
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] >= 0) {
                    either[labels[i]]++;
                    either[predicted[i]]++;
                    if (labels[i] == predicted[i]) {
                        both[labels[i]]++;
                    }
                }
            }
        }

        List<OptionalDouble> dice() {
            List<OptionalDouble> dice = new ArrayList<>();
            for (int c = 0; c < both.length; c++) {
                dice.add(
                        either[c] == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(2.0 * both[c] / either[c]));
            }
            return dice;
        }
    }
}
