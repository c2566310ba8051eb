package org.dlpixel.core.network.bioimage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * Finds the network that a state_dict belongs to by the names and shapes of its tensors. All of
 * them must fit, but for counters.
 *
 * <p>What has no weights cannot be seen: activation (LeakyReLU .01 is meant), dropout, and the
 * groups of a group norm, which looks like instance norm; so only batch norm is taken.
 */
final class StateDictShapes {

    private static final String COUNTER = "num_batches_tracked";
    private static final String MEAN = "running_mean";
    private static final String ACTIVATION = ".adn.A.weight";
    private static final int MIN_DEPTH = 2;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_UNITS = 4;

    /** Where an architecture shows its channels. */
    private record Ends(Architecture architecture, String first, String last) {}

    private static final List<Ends> ENDS =
            List.of(
                    new Ends(
                            Architecture.RESIDUAL_UNET,
                            "model.0.conv.unit0.conv.weight",
                            "model.2.0.conv.bias"),
                    new Ends(Architecture.U_NET, "conv_0.conv_0.conv.weight", "final_conv.bias"));

    private final Map<String, List<Integer>> shapes = new HashMap<>();

    /** What stands before every name, e.g. {@code net.} or {@code module.}. */
    private final String prefix;

    StateDictShapes(Map<String, List<Integer>> all) {
        prefix =
                all.keySet().stream()
                        .flatMap(name -> prefix(name).stream())
                        .findFirst()
                        .orElseThrow(() -> unknown("it has not the first layer of either."));
        all.forEach(
                (name, shape) -> {
                    if (!name.endsWith(COUNTER)) {
                        String key =
                                name.startsWith(prefix) ? name.substring(prefix.length()) : name;
                        shapes.put(key, shape);
                    }
                });
    }

    private static Optional<String> prefix(String name) {
        return ENDS.stream()
                .map(Ends::first)
                .filter(first -> name.equals(first) || name.endsWith("." + first))
                .map(first -> name.substring(0, name.length() - first.length()))
                .findFirst();
    }

    String prefix() {
        return prefix;
    }

    /**
     * The network, without dropout.
     *
     * @throws Unreadable if there is none, with the reason
     */
    UNetSettings settings() {
        if (shapes.keySet().stream().anyMatch(key -> key.endsWith(ACTIVATION))) {
            throw unknown("its activations have weights (PReLU).");
        }
        if (shapes.keySet().stream().noneMatch(key -> key.endsWith(MEAN))) {
            throw unknown("it has no batch norm.");
        }
        for (Ends ends : ENDS) {
            List<Integer> first = shapes.get(ends.first());
            List<Integer> last = shapes.get(ends.last());
            if (first != null && last != null && first.size() == 4 && last.size() == 1) {
                Optional<UNetSettings> found =
                        search(ends.architecture(), first.get(1), first.get(0), last.get(0));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw unknown("its layers have other sizes.");
    }

    private Optional<UNetSettings> search(Architecture kind, int channels, int base, int classes) {
        int units = kind == Architecture.RESIDUAL_UNET ? MAX_UNITS : 1;
        for (int depth = MIN_DEPTH; depth <= MAX_DEPTH; depth++) {
            for (int unit = 1; unit <= units; unit++) {
                UNetSettings settings = settings(kind, channels, base, classes, depth, unit);
                if (fits(settings)) {
                    return Optional.of(settings);
                }
            }
        }
        return Optional.empty();
    }

    private static UNetSettings settings(
            Architecture kind, int channels, int base, int classes, int depth, int units) {
        try {
            return new UNetSettings(kind, channels, classes, depth, base, units, 0, Norm.BATCH);
        } catch (InvalidInput e) {
            throw unknown(e.getMessage());
        }
    }

    private boolean fits(UNetSettings settings) {
        Map<String, List<Integer>> expected = new HashMap<>();
        for (TensorSpec spec : Weights.tensorsOf(settings)) {
            expected.put(spec.key(), spec.shape());
        }
        return expected.equals(shapes);
    }

    private static Unreadable unknown(String reason) {
        return new Unreadable(
                "The weights belong to no network that is known here, "
                        + reason
                        + " Known are MONAI's UNet (2-D, channels f, f, 2f, 4f, ..., strides 2, 1 to 4"
                        + " residual units, batch norm, LeakyReLU) and BasicUNet (features f, 2f, 4f,"
                        + " ..., f, batch norm).");
    }
}
