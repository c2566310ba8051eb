package org.dlpixel.core.network.bioimage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.UNetSettings;

/** The package's README.md: what the model is and how it came to be, for people. */
final class Documentation {

    private Documentation() {}

    static String of(PackageDescription description, ModelMetadata metadata) {
        return String.join(
                "\n\n",
                "# " + description.name(),
                description.description().isBlank()
                        ? "A network that classifies pixels."
                        : description.description(),
                "## Classes",
                classes(metadata.classes().names()),
                "## Network",
                network(metadata),
                "## Normalisation",
                normalisation(metadata.normalization()),
                "## Files",
                files(metadata.network()),
                "## Training",
                table(metadata.history()),
                "## Validation",
                "Segment slices that were not used for training, and compare with a careful"
                        + " annotation: Dice and intersection over union of every class. What was"
                        + " measured on held-out regions while training, if any were held out,"
                        + " stands above.",
                "## Provenance",
                table(metadata.provenance()) + "\n");
    }

    private static String classes(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "- channel " + i + ": " + names.get(i))
                .collect(Collectors.joining("\n"));
    }

    private static String network(ModelMetadata metadata) {
        UNetSettings network = metadata.network();
        return network.architecture().title()
                + ", depth "
                + network.depth()
                + ", "
                + network.baseFeatures()
                + " base features, "
                + network.parameterCount()
                + " parameters. Image sides must be multiples of "
                + Tensors.step(metadata)
                + "; pixels nearer than "
                + Tensors.halo(metadata)
                + " to a tile's border depend on what lies beyond it."
                + patches(metadata.patchSize())
                + context(metadata)
                + correction(metadata.correction());
    }

    private static String patches(int size) {
        return size == ModelMetadata.UNKNOWN_PATCH_SIZE
                ? ""
                : " Trained on patches of " + size + " pixels.";
    }

    private static String context(ModelMetadata metadata) {
        int neighbours = metadata.context().neighbours();
        return neighbours == 0
                ? ""
                : " The network sees "
                        + neighbours
                        + " neighbouring slices on each side, as further channels in order of z;"
                        + " beyond the first and the last slice the stack is mirrored.";
    }

    private static String correction(Correction correction) {
        return correction.isNone()
                ? ""
                : " The scores that `weights.pt` gives are corrected: divided by the temperature "
                        + correction.temperature()
                        + ", with "
                        + correction.offsets()
                        + " added to those of the classes; the weights under PyTorch's names give"
                        + " the raw scores.";
    }

    private static String normalisation(Normalization normalization) {
        String percentiles =
                "percentile "
                        + normalization.lowPercentile()
                        + " becomes 0, percentile "
                        + normalization.highPercentile()
                        + " becomes 1, what lies beyond is clipped.";
        return switch (normalization.scope()) {
            case VOLUME ->
                    "The network was trained on volumes normalised as a whole: "
                            + percentiles
                            + " The description (`scale_range`) can only speak of the image at"
                            + " hand, so programs that pass slice by slice take the percentiles of"
                            + " each slice, and nearly empty slices come out brighter than in"
                            + " training. For the same result as in KNIME normalise the volume"
                            + " first.";
            case SLICE -> "Every slice by itself: " + percentiles;
            case ROI ->
                    "Every slice by itself, as every labelled region in training: " + percentiles;
            case FIXED ->
                    "Intensity "
                            + normalization.fixed().low()
                            + " becomes 0 and "
                            + normalization.fixed().high()
                            + " becomes 1; what lies beyond is clipped.";
        };
    }

    private static String files(UNetSettings network) {
        return """
                - `weights.pt`: TorchScript; `forward` gives class scores before the softmax
                - `state_dict.safetensors`: the same weights under PyTorch's names%monai
                - `test_input.npy`, `test_output.npy`: raw intensities and the probabilities that
                  the model makes of them"""
                .replace("%monai", monai(network));
    }

    /** How to make the network in Python, where its names are those of a public class. */
    private static String monai(UNetSettings network) {
        if (network.architecture() != Architecture.RESIDUAL_UNET || network.norm() != Norm.BATCH) {
            return "";
        }
        return "; they fit MONAI's\n  `UNet(spatial_dims=2, in_channels="
                + network.inputChannels()
                + ", out_channels="
                + network.classes()
                + ", channels="
                + channels(network)
                + ", strides="
                + Collections.nCopies(network.depth(), 2)
                + ", num_res_units="
                + network.residualUnits()
                + ", norm=\"batch\", act=\"leakyrelu\")`";
    }

    private static String channels(UNetSettings network) {
        return IntStream.rangeClosed(0, network.depth())
                .map(network::features)
                .boxed()
                .toList()
                .toString();
    }

    private static String table(Map<String, String> entries) {
        if (entries.isEmpty()) {
            return "Nothing is recorded.";
        }
        return entries.entrySet().stream()
                .map(e -> "- " + e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
    }
}
