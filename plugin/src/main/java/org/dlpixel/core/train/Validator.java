package org.dlpixel.core.train;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.score.ConfusionMatrix;
import org.dlpixel.core.train.validation.Grouping;

/** Predicts the held-out regions as a whole and scores their labelled pixels. */
final class Validator {

    private final UNetSettings settings;
    private final LossSettings loss;
    private final List<ValidationView> views = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final Execution execution;

    Validator(
            UNetSettings settings,
            LossSettings loss,
            List<LabelledRegion> heldOut,
            Execution execution) {
        this.settings = settings;
        this.loss = loss;
        int[] groupOf = Grouping.ROI.of(heldOut);
        for (int i = 0; i < groupOf.length; i++) {
            for (ValidationView view : ValidationView.of(heldOut.get(i), settings)) {
                views.add(view);
                groups.add(groupOf[i]);
            }
        }
        this.execution = execution.withPrecision(Precision.FLOAT32);
    }

    boolean hasRegions() {
        return !views.isEmpty();
    }

    /** Scores weights in evaluation mode. */
    ValidationScore score(Weights weights, Progress progress) {
        List<ConfusionMatrix> counts = new ArrayList<>();
        double sum = 0;
        long labelled = 0;
        try (Network network = Network.open(settings, weights, loss, Correction.NONE, execution)) {
            for (int i = 0; i < views.size(); i++) {
                progress.checkCancelled();
                ValidationView view = views.get(i);
                if (groups.get(i) == counts.size()) {
                    counts.add(new ConfusionMatrix(settings.classes()));
                }
                counts.get(groups.get(i))
                        .add(
                                new LabelMask(view.width(), view.height(), view.labels()),
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
        return ValidationScore.of(sum / labelled, counts);
    }
}
