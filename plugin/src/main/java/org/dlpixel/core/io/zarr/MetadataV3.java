package org.dlpixel.core.io.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;

/** {@code zarr.json}: the metadata of an array in Zarr's storage format 3. */
final class MetadataV3 {

    private final JsonObject json;
    private final List<Integer> shape;
    private final PixelType type;
    private List<Integer> order = new ArrayList<>();
    private List<Integer> chunk;
    private Optional<Sharding> sharding = Optional.empty();
    private ByteOrder byteOrder = ByteOrder.LITTLE_ENDIAN;
    private List<Codec> codecs = new ArrayList<>();

    private MetadataV3(JsonObject json) {
        this.json = json;
        this.shape = MetadataJson.integers(json, "shape");
        this.type =
                type(MetadataJson.text(json, "data_type", String.valueOf(json.get("data_type"))));
        JsonObject grid = MetadataJson.object(json, "chunk_grid");
        if (!MetadataJson.text(grid, "name", "").equals("regular")) {
            throw new Unreadable("its chunk grid " + grid.get("name") + " is not supported");
        }
        this.chunk =
                MetadataJson.integers(MetadataJson.object(grid, "configuration"), "chunk_shape");
        for (int a = 0; a < shape.size(); a++) {
            order.add(a);
        }
    }

    static ArrayMetadata parse(JsonObject json) {
        MetadataV3 array = new MetadataV3(json);
        array.chain(json);
        return new ArrayMetadata(
                array.shape,
                new ChunkCoding(
                        array.chunk, array.order, array.type, array.byteOrder, array.codecs),
                array.sharding,
                array.keys(),
                MetadataJson.fill(json),
                array.names());
    }

    private void chain(JsonObject holder) {
        for (JsonElement element : list(holder, "codecs")) {
            JsonObject codec = asObject(element);
            JsonObject settings =
                    codec.get("configuration") instanceof JsonObject o ? o : new JsonObject();
            switch (MetadataJson.text(codec, "name", "")) {
                case "bytes" -> byteOrder = byteOrder(settings);
                case "transpose" -> order = transposed(settings);
                case "sharding_indexed" -> shard(settings);
                default -> codecs.add(Codecs.of(codec, "name"));
            }
        }
    }

    private static ByteOrder byteOrder(JsonObject settings) {
        boolean big = MetadataJson.text(settings, "endian", "little").equals("big");
        return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Axis i of what is stored is axis order[i] of what was there before. */
    private List<Integer> transposed(JsonObject settings) {
        List<Integer> stored = new ArrayList<>();
        for (int axis : MetadataJson.integers(settings, "order")) {
            stored.add(order.get(axis));
        }
        return stored;
    }

    private void shard(JsonObject settings) {
        if (sharding.isPresent() || !codecs.isEmpty()) {
            throw new Unreadable("its shards within shards are not supported");
        }
        List<Integer> inner = MetadataJson.integers(settings, "chunk_shape");
        List<Integer> grid = new ArrayList<>();
        for (int a = 0; a < inner.size(); a++) {
            grid.add(chunk.get(a) / inner.get(a));
        }
        List<Codec> index = new ArrayList<>();
        for (JsonElement codec : list(settings, "index_codecs")) {
            if (!MetadataJson.text(asObject(codec), "name", "").equals("bytes")) {
                index.add(Codecs.of(asObject(codec), "name"));
            }
        }
        boolean atEnd = !MetadataJson.text(settings, "index_location", "end").equals("start");
        sharding = Optional.of(new Sharding(grid, index, atEnd));
        chunk = inner;
        chain(settings);
    }

    private ChunkKeys keys() {
        JsonObject encoding = MetadataJson.object(json, "chunk_key_encoding");
        boolean plain = MetadataJson.text(encoding, "name", "default").equals("v2");
        JsonObject settings =
                encoding.get("configuration") instanceof JsonObject o ? o : new JsonObject();
        String separator = MetadataJson.text(settings, "separator", plain ? "." : "/");
        return new ChunkKeys(plain ? "" : "c" + separator, separator);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (json.get("dimension_names") instanceof JsonArray array) {
            for (JsonElement name : array) {
                names.add(name instanceof JsonPrimitive text ? text.getAsString() : "");
            }
        }
        return names;
    }

    private static JsonArray list(JsonObject holder, String name) {
        if (MetadataJson.member(holder, name) instanceof JsonArray array) {
            return array;
        }
        throw new Unreadable("\"" + name + "\" in its metadata is no list");
    }

    private static JsonObject asObject(JsonElement element) {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw new Unreadable("a codec in its metadata is no object: " + element);
    }

    private static PixelType type(String name) {
        return switch (name) {
            case "bool", "uint8" -> PixelType.UINT8;
            case "int8" -> PixelType.INT8;
            case "uint16" -> PixelType.UINT16;
            case "int16" -> PixelType.INT16;
            case "uint32" -> PixelType.UINT32;
            case "int32" -> PixelType.INT32;
            case "float32" -> PixelType.FLOAT32;
            case "float64" -> PixelType.FLOAT64;
            default ->
                    throw new Unreadable(
                            "its pixels of type "
                                    + name
                                    + " are not supported; integers of up to 32 bits and floats of"
                                    + " 32 or 64 are");
        };
    }
}
