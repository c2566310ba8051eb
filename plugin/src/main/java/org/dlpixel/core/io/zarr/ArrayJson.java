package org.dlpixel.core.io.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.PixelType;

/** The metadata of arrays that are written. */
final class ArrayJson {

    /** What numcodecs takes for its default; the bytes do not depend on it when they are read. */
    private static final int LEVEL = 3;

    private ArrayJson() {}

    static JsonObject v2(ZarrArrayWriter.Spec spec) {
        JsonElement compressor = JsonNull.INSTANCE;
        if (spec.compressed()) {
            JsonObject zstd = new JsonObject();
            zstd.addProperty("id", "zstd");
            zstd.addProperty("level", LEVEL);
            compressor = zstd;
        }
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 2);
        json.add("shape", integers(spec.shape()));
        json.add("chunks", integers(spec.chunk()));
        json.addProperty("dtype", dtype(spec.type()));
        json.add("compressor", compressor);
        json.addProperty("fill_value", 0);
        json.addProperty("order", "C");
        json.add("filters", JsonNull.INSTANCE);
        json.addProperty("dimension_separator", "/");
        return json;
    }

    static JsonObject v3(ZarrArrayWriter.Spec spec) {
        JsonObject json = new JsonObject();
        json.addProperty("zarr_format", 3);
        json.addProperty("node_type", "array");
        json.add("shape", integers(spec.shape()));
        json.addProperty("data_type", spec.type().name().toLowerCase(Locale.ROOT));
        json.add("chunk_grid", named("regular", "chunk_shape", integers(spec.chunk())));
        json.add("chunk_key_encoding", named("default", "separator", text("/")));
        json.addProperty("fill_value", 0);
        JsonArray codecs = new JsonArray();
        codecs.add(named("bytes", "endian", text("little")));
        if (spec.compressed()) {
            JsonObject zstd = named("zstd", "level", new JsonPrimitive(LEVEL));
            zstd.getAsJsonObject("configuration").addProperty("checksum", false);
            codecs.add(zstd);
        }
        json.add("codecs", codecs);
        json.add("attributes", new JsonObject());
        JsonArray names = new JsonArray();
        spec.names().forEach(names::add);
        json.add("dimension_names", names);
        return json;
    }

    private static JsonObject named(String name, String setting, JsonElement value) {
        JsonObject configuration = new JsonObject();
        configuration.add(setting, value);
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.add("configuration", configuration);
        return json;
    }

    private static JsonElement text(String text) {
        return new JsonPrimitive(text);
    }

    private static JsonArray integers(List<Integer> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    private static String dtype(PixelType type) {
        String order = type.bytes() == 1 ? "|" : "<";
        String kind =
                switch (type) {
                    case UINT8, UINT16, UINT32 -> "u";
                    case INT8, INT16, INT32 -> "i";
                    case FLOAT32, FLOAT64 -> "f";
                };
        return order + kind + type.bytes();
    }
}
