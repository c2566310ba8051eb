package org.dlpixel.core.train;

import ai.djl.engine.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.MixedPrecision;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.TorchEngine;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.Portions;

/** What a model tells of its training: everything that decided on it, and nothing of the clock. */
final class TrainingStory {

    private static final int MAX_REGIONS = 20;
    private static final int MAX_CHECKED = 4;

    private final TrainingTask task;
    private final Optional<PixelModel> start;

    TrainingStory(TrainingTask task, Optional<PixelModel> start) {
        this.task = task;
        this.start = start;
    }

    /** Versions, labels and the model that training started from. */
    Map<String, String> provenance() {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("extension", ExtensionVersion.text());
        provenance.put("engine", "libtorch " + TorchEngine.version());
        provenance.put("DJL", Engine.getDjlVersion());
        provenance.put("labels (SHA-256)", Hash.ofLabels(task.data().regions()));
        start.ifPresent(
                model ->
                        provenance.put(
                                "started from weights (SHA-256)",
                                new Hash().add(model.weights().values()).hex()));
        return provenance;
    }

    /**
     * Settings, split and how it went.
     *
     * @param best the model's weights
     */
    Map<String, String> history(TrainingHistory history, Weights best) {
        Map<String, String> story = new LinkedHashMap<>();
        story.put("loss", task.loss().loss().title());
        if (!task.loss().classWeights().isEmpty()) {
            story.put("class weights", task.loss().classWeights().toString());
        }
        story.put("portions", portions(task.settings().portions()));
        story.put("optimiser", optimiser(task.settings().optimiser()));
        Execution execution = task.settings().execution();
        story.put("threads", Integer.toString(execution.threads()));
        story.put("device", execution.device().toString());
        if (execution.precision() == Precision.BFLOAT16) {
            story.put("precision", "mixed, bfloat16");
            story.put("pixels of another class in float32", differences(best));
        }
        story.put("training regions", regions(Split.TRAIN));
        story.put("held-out regions", regions(Split.VALIDATION));
        story.putAll(history.summary());
        return story;
    }

    private static String portions(Portions p) {
        return String.format(
                Locale.ROOT,
                "%d epochs of %d patches, %d x %d pixels, %d per step",
                p.epochs(),
                p.patchesPerEpoch(),
                p.patchSize(),
                p.patchSize(),
                p.batchSize());
    }

    private static String optimiser(OptimiserSettings o) {
        return String.format(
                Locale.ROOT,
                "AdamW, learning rate %s %s, warm-up %s, weight decay %s, gradients up to %s,"
                        + " average of weights %s",
                o.learningRate(),
                o.course().name().toLowerCase(Locale.ROOT),
                o.warmUp(),
                o.weightDecay(),
                o.maxGradientNorm(),
                o.isAveraging() ? o.averageDecay() : "off");
    }

    /** In the held-out regions, or else those that were trained on; a few of them. */
    private String differences(Weights best) {
        TrainingData data = task.data();
        List<LabelledRegion> regions = data.heldOut().isEmpty() ? data.regions() : data.heldOut();
        List<FloatImage> images =
                regions.stream().limit(MAX_CHECKED).map(TrainingStory::normalised).toList();
        ModelMetadata bare =
                new ModelMetadata(
                        task.network(),
                        data.classes(),
                        data.normalization(),
                        task.settings().portions().patchSize(),
                        task.settings().seed(),
                        Map.of(),
                        Map.of());
        double share =
                MixedPrecision.disagreement(
                        new PixelModel(bare, best), images, task.settings().execution());
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }

    private static FloatImage normalised(LabelledRegion region) {
        FloatImage image = region.image();
        float[] pixels = image.pixels().clone();
        region.range().normalise(pixels, 0, pixels.length);
        return new FloatImage(image.width(), image.height(), image.channels(), pixels);
    }

    private String regions(Split split) {
        List<LabelledRegion> regions =
                task.data().regions().stream().filter(r -> r.split() == split).toList();
        String names =
                regions.stream()
                        .limit(MAX_REGIONS)
                        .map(LabelledRegion::describe)
                        .collect(Collectors.joining("; "));
        String more = regions.size() > MAX_REGIONS ? "; ..." : "";
        return regions.isEmpty() ? "0" : regions.size() + ": " + names + more;
    }
}
