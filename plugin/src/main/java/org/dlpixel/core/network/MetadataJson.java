package org.dlpixel.core.network;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** Metadata as JSON text: the record's components by name, and what follows from them. */
final class MetadataJson {

    /** Raised whenever older versions of this program could not use the model rightly. */
    static final int FORMAT_VERSION = 3;

    private static final int OLDEST_VERSION = 2;
    private static final String VERSION_KEY = "formatVersion";
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private MetadataJson() {}

    static String write(ModelMetadata metadata) {
        JsonObject json = new JsonObject();
        json.addProperty(VERSION_KEY, FORMAT_VERSION);
        GSON.toJsonTree(metadata)
                .getAsJsonObject()
                .entrySet()
                .forEach(entry -> json.add(entry.getKey(), entry.getValue()));
        json.add("receptiveField", GSON.toJsonTree(metadata.receptiveField()));
        return GSON.toJson(json);
    }

    static ModelMetadata read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new Unreadable(
                    "Illegal metadata: longer than " + MAX_CHARACTERS + " characters.");
        }
        try {
            JsonObject json = GSON.fromJson(text, JsonObject.class);
            requireVersion(json);
            return GSON.fromJson(json, ModelMetadata.class);
        } catch (Unreadable e) {
            throw e;
        } catch (RuntimeException e) {
            // Gson wraps whatever a record's constructor throws.
            throw new Unreadable("The metadata cannot be understood: " + deepest(e), e);
        }
    }

    private static void requireVersion(JsonObject json) {
        if (json == null || !json.has(VERSION_KEY)) {
            throw new JsonParseException(VERSION_KEY + " is missing");
        }
        int version = json.get(VERSION_KEY).getAsInt();
        if (version < OLDEST_VERSION || version > FORMAT_VERSION) {
            throw new Unreadable(
                    "Illegal format version: "
                            + version
                            + ", must be "
                            + OLDEST_VERSION
                            + " to "
                            + FORMAT_VERSION
                            + ". A newer version of this extension may have written the model.");
        }
    }

    private static String deepest(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
