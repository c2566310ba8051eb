package org.dlpixel.core.train;

import java.util.List;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.TrainingSettings;

/** A training of a second, always the same. */
final class Small {

    static final UNetSettings NETWORK = UNetSettings.defaults().withDepth(2).withBaseFeatures(4);

    static final TrainingSettings SETTINGS =
            TrainingSettings.defaults()
                    .withPortions(portions -> new Portions(32, 4, 6, 12))
                    .withThreads(1);

    static final List<LabelledRegion> REGIONS =
            List.of(
                    Scenes.region(50, 40, 1, Split.TRAIN),
                    Scenes.region(20, 20, 2, Split.TRAIN),
                    Scenes.inSliceOfItsSize(Scenes.region(45, 37, 3, Split.VALIDATION)),
                    Scenes.inSliceOfItsSize(Scenes.region(30, 25, 4, Split.VALIDATION)));

    private Small() {}

    static TrainingResult train(Trainer trainer, TrainingSettings settings, Progress progress) {
        return trainer.train(
                Scenes.data(REGIONS),
                Scenes.patches(REGIONS, settings.portions().patchSize(), settings.seed()),
                progress);
    }

    static TrainingResult train(TrainingSettings settings) {
        return train(new Trainer(NETWORK, settings), settings, Progress.none());
    }
}
