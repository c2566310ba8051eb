package org.dlpixel.core.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * The full resolution of the first image that a group's {@code multiscales} describe, OME-Zarr 0.1
 * to 0.5.
 *
 * @param path of its array, relative to the group
 * @param axes slowest first
 */
record OmeMultiscale(String path, List<OmeAxis> axes) {

    /** Of versions that do not name their axes. */
    private static final List<String> ALL_AXES = List.of("t", "c", "z", "y", "x");

    OmeMultiscale {
        axes = List.copyOf(axes);
    }

    /** Whether attributes describe an image. */
    static boolean isIn(JsonObject attributes) {
        return ome(attributes).get("multiscales") instanceof JsonArray a && !a.isEmpty();
    }

    /** Version 0.5 puts everything under a key of its own. */
    static JsonObject ome(JsonObject attributes) {
        return attributes.get("ome") instanceof JsonObject inner ? inner : attributes;
    }

    /**
     * @throws Unreadable if something is missing
     */
    static OmeMultiscale parse(JsonObject attributes) {
        try {
            JsonObject image =
                    ome(attributes).getAsJsonArray("multiscales").get(0).getAsJsonObject();
            JsonObject full = image.getAsJsonArray("datasets").get(0).getAsJsonObject();
            List<OmeAxis> axes = axes(image);
            double[] steps = new double[axes.size()];
            Arrays.fill(steps, 1);
            multiply(steps, full);
            multiply(steps, image);
            List<OmeAxis> scaled = new ArrayList<>();
            for (int a = 0; a < steps.length; a++) {
                scaled.add(new OmeAxis(axes.get(a).name(), axes.get(a).unit(), steps[a]));
            }
            return new OmeMultiscale(full.get("path").getAsString(), scaled);
        } catch (NullPointerException
                | ClassCastException
                | IllegalStateException
                | NumberFormatException
                | IndexOutOfBoundsException e) {
            throw new Unreadable("its \"multiscales\" are incomplete", e);
        }
    }

    private static List<OmeAxis> axes(JsonObject image) {
        List<OmeAxis> axes = new ArrayList<>();
        if (!(image.get("axes") instanceof JsonArray stated)) {
            ALL_AXES.forEach(name -> axes.add(new OmeAxis(name, Units.PIXEL, 1)));
            return axes;
        }
        for (JsonElement element : stated) {
            if (element instanceof JsonObject axis) {
                String unit = axis.get("unit") instanceof JsonPrimitive u ? u.getAsString() : "";
                axes.add(axis(axis.get("name").getAsString(), Units.ofOme(unit)));
            } else {
                axes.add(axis(element.getAsString(), Units.PIXEL));
            }
        }
        return axes;
    }

    private static OmeAxis axis(String name, String unit) {
        return new OmeAxis(name.toLowerCase(Locale.ROOT), unit, 1);
    }

    private static void multiply(double[] steps, JsonObject holder) {
        if (!(holder.get("coordinateTransformations") instanceof JsonArray transformations)) {
            return;
        }
        for (JsonElement element : transformations) {
            if (element.getAsJsonObject().get("scale") instanceof JsonArray scale) {
                for (int a = 0; a < steps.length; a++) {
                    steps[a] *= scale.get(a).getAsDouble();
                }
            }
        }
    }
}
