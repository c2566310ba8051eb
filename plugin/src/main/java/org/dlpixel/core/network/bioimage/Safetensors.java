package org.dlpixel.core.network.bioimage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * Weights in the safetensors format: 8 bytes that tell the header's length, a JSON header with
 * type, shape and place of every tensor, then the raw little-endian values. Holds no code.
 */
final class Safetensors {

    static final int MAX_HEADER_BYTES = 1 << 22;

    private static final String METADATA = "__metadata__";
    private static final String TYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";
    private static final String FLOAT32 = "F32";

    private Safetensors() {}

    /** The bytes of a file with all tensors in their order. */
    static byte[] write(Weights weights) {
        byte[] header = header(weights.tensors());
        float[] values = weights.values();
        ByteBuffer out =
                ByteBuffer.allocate(Long.BYTES + header.length + values.length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(header.length).put(header);
        out.asFloatBuffer().put(values);
        return out.array();
    }

    private static byte[] header(List<TensorSpec> tensors) {
        JsonObject json = new JsonObject();
        JsonObject metadata = new JsonObject();
        metadata.addProperty("format", "pt");
        json.add(METADATA, metadata);
        long offset = 0;
        for (TensorSpec spec : tensors) {
            long end = offset + (long) spec.size() * Float.BYTES;
            JsonObject tensor = new JsonObject();
            tensor.addProperty(TYPE, FLOAT32);
            tensor.add(SHAPE, array(spec.shape()));
            tensor.add(OFFSETS, array(List.of(offset, end)));
            json.add(spec.key(), tensor);
            offset = end;
        }
        String text = json.toString();
        int padding = Math.floorMod(-text.getBytes(StandardCharsets.UTF_8).length, Long.BYTES);
        return (text + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArray array(List<? extends Number> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }

    /**
     * Reads float32 tensors.
     *
     * @return values by name, C order
     * @throws Unreadable if the file is damaged or holds other tensors than the expected ones
     */
    static Map<String, float[]> read(byte[] bytes, List<TensorSpec> expected) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        JsonObject header = readHeader(in);
        ByteBuffer data = in.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (TensorSpec spec : expected) {
            tensors.put(spec.key(), tensor(spec, header.get(spec.key()), data));
        }
        return tensors;
    }

    /**
     * The shapes of the tensors.
     *
     * @param start the file's first bytes, at least its whole header
     * @return shape by name, in the header's order
     */
    static Map<String, List<Integer>> shapes(byte[] start) {
        JsonObject header = readHeader(ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN));
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
                if (!entry.getKey().equals(METADATA)) {
                    List<Integer> shape = new ArrayList<>();
                    entry.getValue()
                            .getAsJsonObject()
                            .getAsJsonArray(SHAPE)
                            .forEach(extent -> shape.add(extent.getAsInt()));
                    shapes.put(entry.getKey(), List.copyOf(shape));
                }
            }
        } catch (RuntimeException e) {
            // Gson complains in its own way about senseless entries.
            throw new Unreadable("The safetensors file is damaged: an entry is senseless.", e);
        }
        return shapes;
    }

    private static JsonObject readHeader(ByteBuffer in) {
        long length = in.remaining() < Long.BYTES ? -1 : in.getLong();
        if (length < 2 || length > Math.min(MAX_HEADER_BYTES, in.remaining())) {
            throw new Unreadable("The safetensors file is damaged: its header is cut off.");
        }
        byte[] text = new byte[(int) length];
        in.get(text);
        try {
            return JsonParser.parseString(new String(text, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (RuntimeException e) {
            throw new Unreadable("The safetensors file is damaged: its header is no JSON.", e);
        }
    }

    private static float[] tensor(TensorSpec spec, JsonElement entry, ByteBuffer data) {
        if (entry == null) {
            throw new Unreadable("Weights '" + spec.key() + "' are missing.");
        }
        try {
            JsonObject tensor = entry.getAsJsonObject();
            long from = tensor.getAsJsonArray(OFFSETS).get(0).getAsLong();
            long to = tensor.getAsJsonArray(OFFSETS).get(1).getAsLong();
            boolean fits =
                    tensor.get(TYPE).getAsString().equals(FLOAT32)
                            && tensor.getAsJsonArray(SHAPE).equals(array(spec.shape()))
                            && from >= 0
                            && to <= data.limit()
                            && to - from == (long) spec.size() * Float.BYTES;
            if (!fits) {
                throw new Unreadable(
                        "Weights '" + spec.key() + "' are " + tensor + ", must be " + spec.shape());
            }
            float[] values = new float[spec.size()];
            data.slice((int) from, (int) (to - from))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return values;
        } catch (Unreadable e) {
            throw e;
        } catch (RuntimeException e) {
            // Gson and the buffer each complain in their own way about senseless entries.
            throw new Unreadable("The entry of weights '" + spec.key() + "' is damaged.", e);
        }
    }
}
