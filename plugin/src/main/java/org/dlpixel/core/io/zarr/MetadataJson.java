package org.dlpixel.core.io.zarr;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** Reads the JSON of Zarr's metadata. */
final class MetadataJson {

    private static final Gson PRINTER =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private MetadataJson() {}

    /** As text for people. */
    static String print(JsonObject json) {
        return PRINTER.toJson(json) + "\n";
    }

    /** The object in a file, if there is such a file. */
    static Optional<JsonObject> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw new Unreadable(file.getFileName() + " is damaged: " + e.getMessage(), e);
        }
    }

    static JsonElement member(JsonObject json, String name) {
        JsonElement value = json.get(name);
        if (value == null) {
            throw new Unreadable("its metadata lack \"" + name + "\"");
        }
        return value;
    }

    static JsonObject object(JsonObject json, String name) {
        if (member(json, name) instanceof JsonObject object) {
            return object;
        }
        throw new Unreadable("\"" + name + "\" in its metadata is no object");
    }

    static String text(JsonObject json, String name, String fallback) {
        return json.get(name) instanceof JsonPrimitive text ? text.getAsString() : fallback;
    }

    static List<Integer> integers(JsonObject json, String name) {
        List<Integer> out = new ArrayList<>();
        try {
            for (JsonElement element : (JsonArray) member(json, name)) {
                out.add(Math.toIntExact(element.getAsLong()));
            }
        } catch (RuntimeException e) {
            throw new Unreadable("\"" + name + "\" in its metadata is no list of integers", e);
        }
        return out;
    }

    /** Numbers as they are, {@code NaN} and {@code Infinity} as text, nothing as 0. */
    static double fill(JsonObject json) {
        if (!(json.get("fill_value") instanceof JsonPrimitive value)) {
            return 0;
        }
        if (value.isBoolean()) {
            return value.getAsBoolean() ? 1 : 0;
        }
        try {
            return Double.parseDouble(value.getAsString());
        } catch (NumberFormatException e) {
            throw new Unreadable("its fill value " + value + " is not supported", e);
        }
    }
}
