package org.dlpixel.core.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.VoxelSize;

/**
 * ImageJ's description of a stack: {@code key=value} lines.
 *
 * <p>{@code images} pages, {@code channels}, {@code slices} and {@code frames} with the channel
 * fastest and the frame slowest; {@code spacing} between slices in {@code unit}; {@code finterval}
 * between frames in {@code tunit}, seconds if it is not stated; the resolution tags count pixels
 * per unit.
 */
final class ImageJDescription {

    private ImageJDescription() {}

    static StackDescription parse(String text, TiffPage page) {
        Map<String, String> values = lines(text);
        return new StackDescription(order(values), voxelSize(values, page));
    }

    private static Optional<PageOrder> order(Map<String, String> values) {
        int images = number(values, "images", 1);
        int channels = number(values, "channels", 1);
        int frames = number(values, "frames", 1);
        int slices = number(values, "slices", 1);
        if ((long) channels * frames * slices != images) {
            // Plain stacks of old versions state the number of images only.
            return Optional.of(PageOrder.slicesOnly(images));
        }
        return Optional.of(new PageOrder("TZC", List.of(frames, slices, channels)));
    }

    private static VoxelSize voxelSize(Map<String, String> values, TiffPage page) {
        return space(values, page)
                .withTime(
                        TimeUnits.timeStep(
                                decimal(values, "finterval", 0),
                                values.getOrDefault("tunit", TimeUnits.SECOND)));
    }

    private static VoxelSize space(Map<String, String> values, TiffPage page) {
        String unit = Units.normalise(values.getOrDefault("unit", ""));
        double z = Math.abs(decimal(values, "spacing", 1));
        if (unit.equals(Units.PIXEL)) {
            return Units.voxelSize(1, 1, z, unit);
        }
        return Units.voxelSize(page.xSize(), page.ySize(), z, unit);
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .forEach(
                        line -> {
                            int at = line.indexOf('=');
                            values.put(line.substring(0, at).strip(), line.substring(at + 1));
                        });
        return values;
    }

    private static int number(Map<String, String> values, String key, int fallback) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, decimal(values, key, fallback)));
    }

    private static double decimal(Map<String, String> values, String key, double fallback) {
        String value = values.get(key);
        try {
            return value == null ? fallback : Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
