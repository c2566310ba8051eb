package org.dlpixel.core.network;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.archive.ScriptArchive;

/**
 * The model file: a zip of {@code metadata.json} and {@code weights.pt}, in this order.
 *
 * <p>weights.pt is a TorchScript archive that {@code torch.jit.load} opens, with the state_dict
 * keys of MONAI and the methods forward, probabilities and classes. Reading takes only the raw
 * numbers out of it, checks every size against the metadata, and runs no code and no pickle of the
 * file.
 */
final class ModelFile {

    /** Raised whenever older versions of this program could not read the file. */
    static final int FORMAT_VERSION = 2;

    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "weights.pt";
    private static final String VERSION_KEY = "formatVersion";
    private static final int MAX_METADATA_BYTES = 1 << 20;
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ModelFile() {}

    static void write(PixelModel model, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, METADATA, metadata(model.metadata()).getBytes(StandardCharsets.UTF_8));
        put(zip, WEIGHTS, model.weights().inferenceArchive(model.metadata().network()));
        zip.finish();
    }

    /** The metadata as JSON text. */
    static String metadata(ModelMetadata metadata) {
        JsonObject json = new JsonObject();
        json.addProperty(VERSION_KEY, FORMAT_VERSION);
        GSON.toJsonTree(metadata)
                .getAsJsonObject()
                .entrySet()
                .forEach(entry -> json.add(entry.getKey(), entry.getValue()));
        json.add("receptiveField", GSON.toJsonTree(metadata.receptiveField()));
        return GSON.toJson(json);
    }

    private static void put(ZipOutputStream zip, String name, byte[] data) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }

    static PixelModel read(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        try {
            requireEntry(zip, METADATA);
            ModelMetadata metadata = parse(zip.readNBytes(MAX_METADATA_BYTES + 1));
            requireEntry(zip, WEIGHTS);
            NetworkScript script = NetworkScript.inference(metadata.network());
            float[] values = ScriptArchive.readValues(script.tensors(), zip);
            return new PixelModel(metadata, Weights.of(metadata.network(), values));
        } catch (ZipException e) {
            throw new Unreadable("The file is damaged: " + e.getMessage(), e);
        }
    }

    private static void requireEntry(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new Unreadable(
                    "This is no model of a U-Net Learner: the zip's next entry is "
                            + (entry == null ? "missing" : entry.getName())
                            + ", must be "
                            + name
                            + ".");
        }
    }

    /** What {@link #metadata} wrote, in UTF-8. */
    static ModelMetadata parse(byte[] bytes) {
        if (bytes.length > MAX_METADATA_BYTES) {
            throw new Unreadable("Illegal metadata: longer than " + MAX_METADATA_BYTES + " bytes.");
        }
        try {
            JsonObject json =
                    GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
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
        if (version != FORMAT_VERSION) {
            throw new Unreadable(
                    "Illegal format version: "
                            + version
                            + ", must be "
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
