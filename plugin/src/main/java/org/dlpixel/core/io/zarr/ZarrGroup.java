package org.dlpixel.core.io.zarr;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/** A group of arrays: a folder with attributes. */
public final class ZarrGroup {

    private static final String V3 = "zarr.json";
    private static final String V2_ATTRIBUTES = ".zattrs";
    private static final String V2_GROUP = ".zgroup";

    private ZarrGroup() {}

    /** Whether a folder is a group or an array of either format. */
    public static boolean isNode(Path folder) {
        return Files.isRegularFile(folder.resolve(V3))
                || Files.isRegularFile(folder.resolve(V2_GROUP))
                || Files.isRegularFile(folder.resolve(V2_ATTRIBUTES))
                || Files.isRegularFile(folder.resolve(".zarray"));
    }

    /**
     * The attributes of a group or an array; empty if there are none.
     *
     * @throws Unreadable if they are damaged
     */
    public static JsonObject attributes(Path folder) throws IOException {
        Optional<JsonObject> v3 = MetadataJson.read(folder.resolve(V3));
        if (v3.isPresent()) {
            return v3.get().get("attributes") instanceof JsonObject o ? o : new JsonObject();
        }
        return MetadataJson.read(folder.resolve(V2_ATTRIBUTES)).orElseGet(JsonObject::new);
    }

    /**
     * Makes a group, or writes its attributes anew.
     *
     * @param folder made if missing
     */
    public static void write(Path folder, ZarrVersion version, JsonObject attributes)
            throws IOException {
        Files.createDirectories(folder);
        if (version == ZarrVersion.V3) {
            JsonObject group = new JsonObject();
            group.addProperty("zarr_format", 3);
            group.addProperty("node_type", "group");
            group.add("attributes", attributes);
            Files.writeString(folder.resolve(V3), MetadataJson.print(group));
            return;
        }
        JsonObject group = new JsonObject();
        group.addProperty("zarr_format", 2);
        Files.writeString(folder.resolve(V2_GROUP), MetadataJson.print(group));
        Files.writeString(folder.resolve(V2_ATTRIBUTES), MetadataJson.print(attributes));
    }

    /** {@code group} or {@code array} in format 3, else nothing. */
    static String nodeType(Path folder) {
        try {
            JsonObject json =
                    JsonParser.parseString(Files.readString(folder.resolve(V3))).getAsJsonObject();
            return MetadataJson.text(json, "node_type", "");
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return "";
        }
    }
}
