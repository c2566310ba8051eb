package org.dlpixel.core.io.labels;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * What {@code info.json} of a patches folder says, as far as it matters here.
 *
 * @param layers number of label layers, if stated
 * @param subSample every how manieth pixel of the image was kept; 1 if not stated
 */
record PatchesInfo(Optional<Integer> layers, int subSample) {

    /** A missing file says nothing. */
    static PatchesInfo read(Path file) {
        if (!Files.exists(file)) {
            return new PatchesInfo(Optional.empty(), 1);
        }
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            int layers = number(json, "num_truths", 0);
            return new PatchesInfo(
                    layers > 0 ? Optional.of(layers) : Optional.empty(),
                    number(json, "sub_sample", 1));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException e) {
            throw new InvalidInput("Illegal patches file " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static int number(JsonObject json, String key, int fallback) {
        JsonElement value = json.get(key);
        return value == null || value.isJsonNull() ? fallback : value.getAsInt();
    }
}
