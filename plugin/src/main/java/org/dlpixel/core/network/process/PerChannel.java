package org.dlpixel.core.network.process;

import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/** Numbers that hold for all channels, or one per channel. */
final class PerChannel {

    private PerChannel() {}

    static List<Double> require(String name, List<Double> values) {
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw InvalidInput.of(name, values, "finite numbers, at least one");
        }
        return List.copyOf(values);
    }

    static double get(List<Double> values, int channel, int channels) {
        if (values.size() != 1 && values.size() != channels) {
            throw InvalidInput.of(
                    "number of values per channel", values.size(), "1 or " + channels);
        }
        return values.get(values.size() == 1 ? 0 : channel);
    }
}
