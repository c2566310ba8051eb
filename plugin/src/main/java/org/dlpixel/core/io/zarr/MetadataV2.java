package org.dlpixel.core.io.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;

/** {@code .zarray}: the metadata of an array in Zarr's storage format 2. */
final class MetadataV2 {

    private MetadataV2() {}

    static ArrayMetadata parse(JsonObject json) {
        if (json.get("filters") instanceof JsonArray filters && !filters.isEmpty()) {
            throw new Unreadable("its filters " + filters + " are not supported");
        }
        List<Integer> shape = MetadataJson.integers(json, "shape");
        String dtype = MetadataJson.text(json, "dtype", "");
        ChunkCoding chunks =
                new ChunkCoding(
                        MetadataJson.integers(json, "chunks"),
                        order(shape.size(), MetadataJson.text(json, "order", "C")),
                        type(dtype),
                        dtype.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                        compressor(json.get("compressor")));
        String separator = MetadataJson.text(json, "dimension_separator", ".");
        return new ArrayMetadata(
                shape,
                chunks,
                Optional.empty(),
                new ChunkKeys("", separator),
                MetadataJson.fill(json),
                List.of());
    }

    private static List<Integer> order(int axes, String order) {
        List<Integer> stored = new ArrayList<>();
        for (int a = 0; a < axes; a++) {
            stored.add(a);
        }
        if (order.equals("F")) {
            Collections.reverse(stored);
        }
        return stored;
    }

    private static List<Codec> compressor(JsonElement json) {
        return json instanceof JsonObject object ? List.of(Codecs.of(object, "id")) : List.of();
    }

    private static PixelType type(String dtype) {
        return switch (dtype.isEmpty() ? "" : dtype.substring(1)) {
            case "b1", "u1" -> PixelType.UINT8;
            case "i1" -> PixelType.INT8;
            case "u2" -> PixelType.UINT16;
            case "i2" -> PixelType.INT16;
            case "u4" -> PixelType.UINT32;
            case "i4" -> PixelType.INT32;
            case "f4" -> PixelType.FLOAT32;
            case "f8" -> PixelType.FLOAT64;
            default ->
                    throw new Unreadable(
                            "its pixels of type "
                                    + dtype
                                    + " are not supported; integers of up to 32 bits and floats of"
                                    + " 32 or 64 are");
        };
    }
}
