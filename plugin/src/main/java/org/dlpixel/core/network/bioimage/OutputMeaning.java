package org.dlpixel.core.network.bioimage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ChannelMeaning;
import org.dlpixel.core.network.process.Binarize;
import org.dlpixel.core.network.process.PixelStep;
import org.dlpixel.core.network.process.Sigmoid;
import org.dlpixel.core.network.process.Softmax;

/**
 * What the output of a foreign network says about classes; descriptions do not state it outright.
 *
 * <p>After a softmax channels are the probabilities of classes, after a sigmoid each is one for
 * itself. Without either, the test output tells: values outside 0..1 are scores, values that sum to
 * 1 are probabilities of classes, others are each for itself. A channel called background makes the
 * channels classes in any case.
 */
final class OutputMeaning {

    private static final String BACKGROUND = "background";
    private static final float TOLERANCE = 1e-2f;

    private final ForeignTensor output;
    private final Optional<float[]> example;
    private final int named;

    /**
     * @param example the test output, (1, channels, H, W)
     */
    OutputMeaning(ForeignTensor output, Optional<float[]> example) {
        this.output = output;
        this.example = example;
        this.named =
                IntStream.range(0, output.names().size())
                        .filter(i -> output.names().get(i).equalsIgnoreCase(BACKGROUND))
                        .findFirst()
                        .orElse(-1);
    }

    /** The background's channel, 0 if none is. */
    int background() {
        return Math.max(0, named);
    }

    ChannelMeaning meaning() {
        if (output.channels() == 1) {
            requireProbability();
            return ChannelMeaning.INDEPENDENT;
        }
        if (has(Softmax.class)) {
            return ChannelMeaning.PROBABILITIES;
        }
        if (!has(Sigmoid.class) && !has(Binarize.class)) {
            if (example.isEmpty() || !isUnit(example.get())) {
                return ChannelMeaning.SCORES;
            }
            if (sumsToOne(example.get())) {
                return ChannelMeaning.PROBABILITIES;
            }
        }
        return named >= 0 ? ChannelMeaning.PROBABILITIES : ChannelMeaning.INDEPENDENT;
    }

    private void requireProbability() {
        if (named == 0) {
            throw new Unreadable("the only channel of its output is the background.");
        }
        boolean stated = has(Sigmoid.class) || has(Binarize.class);
        if (!stated && example.isPresent() && !isUnit(example.get())) {
            throw new Unreadable(
                    "the only channel of its output is no probability: its test output leaves 0..1.");
        }
    }

    /** Names by class index, background first. */
    ClassList classes(ChannelMeaning meaning) {
        int size = output.channels() + (meaning == ChannelMeaning.INDEPENDENT ? 1 : 0);
        List<String> names = new ArrayList<>(output.names());
        if (meaning == ChannelMeaning.INDEPENDENT) {
            names.add(0, BACKGROUND);
        } else if (named > 0) {
            names.add(0, names.remove(named));
        }
        boolean usable =
                names.size() == size
                        && new HashSet<>(names).size() == size
                        && names.stream().noneMatch(String::isBlank);
        return usable ? new ClassList(names) : ClassList.numbered(size);
    }

    private boolean has(Class<? extends PixelStep> kind) {
        return output.processing().stream().anyMatch(kind::isInstance);
    }

    private static boolean isUnit(float[] values) {
        for (float v : values) {
            if (!(v >= -TOLERANCE && v <= 1 + TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private boolean sumsToOne(float[] values) {
        int plane = values.length / output.channels();
        for (int i = 0; i < plane; i++) {
            float sum = 0;
            for (int c = 0; c < output.channels(); c++) {
                sum += values[c * plane + i];
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
