package org.dlpixel.core.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dlpixel.core.image.VoxelSize;

/**
 * The JSON that Python's tifffile writes: {@code {"shape": [3, 64, 64], "axes": "ZYX", "spacing":
 * 5, "unit": "um"}}, of which only the shape is always there.
 */
final class ShapedDescription {

    private ShapedDescription() {}

    static StackDescription parse(String text, TiffPage page) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            return new StackDescription(order(json, page), voxelSize(json, page));
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            return StackDescription.NONE;
        }
    }

    private static Optional<PageOrder> order(JsonObject json, TiffPage page) {
        List<Integer> shape = new ArrayList<>();
        JsonArray array = json.getAsJsonArray("shape");
        array.forEach(extent -> shape.add(extent.getAsInt()));
        String axes = text(json, "axes").toUpperCase(Locale.ROOT);
        boolean named = axes.length() == shape.size() && axes.indexOf('C') == axes.lastIndexOf('C');
        boolean channels = page.samples() > 1 && !(named && arePlanes(axes, page));
        int pageAxes = channels ? 3 : 2;
        if (shape.size() < pageAxes || shape.stream().anyMatch(n -> n < 1)) {
            return Optional.empty();
        }
        List<Integer> leading = shape.subList(0, shape.size() - pageAxes);
        return Optional.of(
                named
                        ? new PageOrder(axes.substring(0, leading.size()), leading)
                        : PageOrder.unnamed(leading));
    }

    /** Whether what looks like colours are the positions along another axis. */
    private static boolean arePlanes(String axes, TiffPage page) {
        int third = axes.length() - 3;
        return third >= 0 && !page.chunky() && "SC".indexOf(axes.charAt(third)) < 0;
    }

    private static VoxelSize voxelSize(JsonObject json, TiffPage page) {
        String unit = Units.normalise(text(json, "unit"));
        JsonElement spacing = json.get("spacing");
        if (unit.equals(Units.PIXEL) || spacing == null || !spacing.isJsonPrimitive()) {
            return page.centimetreSize();
        }
        return Units.voxelSize(page.xSize(), page.ySize(), spacing.getAsDouble(), unit);
    }

    private static String text(JsonObject json, String key) {
        JsonElement value = json.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
