package org.dlpixel.core.train.settings;

import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.network.Loss;
import org.dlpixel.core.network.UNetSettings;

/**
 * Settings that belong together, by name. Number of channels and classes, seed, threads and time
 * limit are those of the defaults: set them afterwards.
 */
public enum Preset {

    /** Half the steps of the standard: minutes on a laptop, a little less accurate. */
    FAST("Fast (CPU)") {
        @Override
        public TrainingSettings training() {
            return STANDARD.training().withPortions(portions -> portions.withEpochs(10));
        }
    },

    /** What segments unlabelled slices best from few labels, on the data at hand. */
    STANDARD("Standard") {
        @Override
        public TrainingSettings training() {
            return TrainingSettings.defaults()
                    .withPortions(portions -> portions.withEpochs(20).withPatchesPerEpoch(160));
        }
    },

    /**
     * What napari-easy-augment-batch-dl and its vessel tutorial do: a residual U-Net of depth 5
     * with 32 features and no dropout, cross entropy, Adam with the constant rate 1e-4, 100 epochs
     * of 100 patches of 256 pixels in batches of 8; no weight decay, clipping or average. Patches
     * are drawn freshly for every epoch, and the best epoch is kept, unlike there.
     */
    ORIGINAL("Original (NEABDL)") {
        @Override
        public UNetSettings network() {
            return UNetSettings.defaults().withDepth(5).withBaseFeatures(32).withDropout(0);
        }

        @Override
        public TrainingSettings training() {
            return TrainingSettings.defaults()
                    .withPortions(portions -> new Portions(256, 8, 100, 100))
                    .withObjective(Objective.defaults().withLoss(Loss.CROSS_ENTROPY))
                    .withOptimiser(OptimiserSettings.plain(1e-4));
        }

        @Override
        public AugmentationSettings augmentation() {
            return AugmentationSettings.ORIGINAL;
        }
    };

    private final String title;

    Preset(String title) {
        this.title = title;
    }

    /** The name that users see. */
    public String title() {
        return title;
    }

    /** The network, for one channel and two classes. */
    public UNetSettings network() {
        return UNetSettings.defaults();
    }

    /** The training, without a time limit. */
    public abstract TrainingSettings training();

    /** How patches are varied. */
    public AugmentationSettings augmentation() {
        return AugmentationSettings.STANDARD;
    }
}
