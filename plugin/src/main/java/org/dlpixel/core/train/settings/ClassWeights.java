package org.dlpixel.core.train.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.train.data.TrainingData;

/** How much the pixels of each class count in the loss. */
public sealed interface ClassWeights {

    /** The weights by class index; empty if off. */
    List<Double> of(TrainingData data);

    /** All classes alike. */
    record Off() implements ClassWeights {
        @Override
        public List<Double> of(TrainingData data) {
            return List.of();
        }
    }

    /**
     * Given.
     *
     * @param weights by class index, above 0, as many as classes
     */
    record Manual(List<Double> weights) implements ClassWeights {

        public Manual {
            weights = List.copyOf(weights);
            if (weights.isEmpty()) {
                throw InvalidInput.of("number of class weights", 0, "that of classes");
            }
        }

        @Override
        public List<Double> of(TrainingData data) {
            return weights;
        }
    }

    /**
     * Inversely to how often a class is labelled in the training regions, so that all count alike
     * (King and Zeng 2001, "Logistic regression in rare events data"): w[c] = n / (k n[c]) with n
     * labelled pixels, n[c] of class c, of k classes that occur. A class that does not occur has
     * weight 1.
     */
    record FromLabels() implements ClassWeights {
        @Override
        public List<Double> of(TrainingData data) {
            long[] counts = new long[data.classes().size()];
            for (LabelledRegion region : data.regions()) {
                if (region.split() == Split.TRAIN) {
                    count(region.labels().classes(), counts);
                }
            }
            return weights(counts);
        }

        private static void count(byte[] labels, long[] counts) {
            for (byte label : labels) {
                if (label >= 0) {
                    counts[label]++;
                }
            }
        }

        private static List<Double> weights(long[] counts) {
            double labelled = Arrays.stream(counts).sum();
            long present = Arrays.stream(counts).filter(n -> n > 0).count();
            List<Double> weights = new ArrayList<>();
            for (long n : counts) {
                weights.add(n == 0 ? 1 : labelled / (present * n));
            }
            return weights;
        }
    }
}
