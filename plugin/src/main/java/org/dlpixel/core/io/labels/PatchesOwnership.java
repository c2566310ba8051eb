package org.dlpixel.core.io.labels;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.core.image.PendingFile;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.Split;

/**
 * Whether a patches folder may be replaced: only if this library wrote it and nothing was added
 * since.
 */
final class PatchesOwnership {

    private static final String WRITER = "written_by";
    private static final String OURS = "Deep Pixel Classification";
    private static final String TRAINING = "num_patches";
    private static final String VALIDATION = "num_validation_patches";

    private PatchesOwnership() {}

    /** Puts down who wrote how many patches. */
    static void sign(JsonObject info, int training, int validation) {
        info.addProperty(WRITER, OURS);
        info.addProperty(TRAINING, training);
        info.addProperty(VALIDATION, validation);
    }

    /**
     * Lets pass folders that are empty or ours.
     *
     * @throws NotWritable naming the folder and why it is left alone
     */
    static void require(Path folder) {
        try {
            String why = objection(folder);
            if (!why.isEmpty()) {
                throw new NotWritable(
                        "Cannot write the patches folder "
                                + folder
                                + ": "
                                + why
                                + " It is left as it is; name another folder, or remove this one.",
                        null);
            }
        } catch (IOException e) {
            throw PendingFile.failure(folder, e);
        }
    }

    private static String objection(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isDirectory(folder) ? "it is a link." : "a file of that name exists.";
        }
        List<Path> found = list(folder);
        if (found.isEmpty()) {
            return "";
        }
        JsonObject info = info(folder.resolve(PatchesLayout.INFO));
        if (!info.has(WRITER) || !info.get(WRITER).toString().contains(OURS)) {
            return "it exists and was written by somebody else.";
        }
        long expected = 1;
        for (Split split : Split.values()) {
            int stated = stated(info, split == Split.VALIDATION ? VALIDATION : TRAINING);
            if (stated == 0) {
                continue;
            }
            expected += 2;
            if (!holds(folder.resolve(PatchesLayout.images(split)), stated)
                    || !holds(folder.resolve(PatchesLayout.truth(split, 0)), stated)) {
                return "files in it were added or removed.";
            }
        }
        return found.size() == expected ? "" : "it holds other files, too.";
    }

    private static boolean holds(Path folder, int patches) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        List<Path> files = list(folder);
        return files.size() == patches
                && files.stream()
                        .allMatch(
                                f ->
                                        f.toString().endsWith(".tif")
                                                && Files.isRegularFile(
                                                        f, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static int stated(JsonObject info, String key) {
        JsonElement value = info.get(key);
        return value == null || !value.isJsonPrimitive() ? 0 : value.getAsInt();
    }

    /** What the file says; nothing if there is no such file or it is none of ours. */
    private static JsonObject info(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new JsonObject();
        }
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            return json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
        } catch (JsonParseException e) {
            return new JsonObject();
        }
    }
}
