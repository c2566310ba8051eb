package org.dlpixel.core.network.bioimage;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.archive.TensorSpec;

/** Restores a model from a package: settings from the description, weights from safetensors. */
final class PackageReader {

    private static final Gson GSON = new Gson();

    private final PackageFile zip;
    private final Map<?, ?> rdf;
    private final ModelMetadata metadata;

    private PackageReader(PackageFile zip, Map<?, ?> rdf, ModelMetadata metadata) {
        this.zip = zip;
        this.rdf = rdf;
        this.metadata = metadata;
    }

    /** Reads the description and refuses what is none of ours. */
    static PackageReader open(PackageFile zip) throws IOException {
        byte[] text = zip.read(Rdf.Files.DESCRIPTION, Yaml.MAX_CHARACTERS);
        Map<?, ?> rdf = Yaml.read(new String(text, StandardCharsets.UTF_8));
        requireModel(rdf);
        if (!(rdf.get("config") instanceof Map<?, ?> config)
                || !(config.get(Rdf.OWN_CONFIG) instanceof Map<?, ?> own)) {
            throw new Unreadable(ForeignPackage.reason(rdf));
        }
        requireOwnVersion(own);
        return new PackageReader(
                zip, rdf, ModelMetadata.fromJson(GSON.toJson(own.get(Rdf.METADATA))));
    }

    ModelMetadata metadata() {
        return metadata;
    }

    PixelModel model() throws IOException {
        return new PixelModel(metadata, weights());
    }

    private static void requireModel(Map<?, ?> rdf) {
        if (!"model".equals(rdf.get("type"))) {
            throw new Unreadable("Illegal type: " + rdf.get("type") + ", must be model.");
        }
        String version = Objects.toString(rdf.get("format_version"));
        if (!version.matches("0\\.5\\.\\d+")) {
            throw new Unreadable("Illegal format_version: " + version + ", must be 0.5.x.");
        }
    }

    private static void requireOwnVersion(Map<?, ?> own) {
        Object version = own.get(Rdf.OWN_VERSION_KEY);
        if (!Objects.equals(version, Rdf.OWN_VERSION)) {
            throw new Unreadable(
                    "Illegal version of config."
                            + Rdf.OWN_CONFIG
                            + ": "
                            + version
                            + ", must be "
                            + Rdf.OWN_VERSION
                            + ". A newer version of this extension may have written the package.");
        }
    }

    private Weights weights() throws IOException {
        List<TensorSpec> expected = Weights.tensorsOf(metadata.network());
        long values = expected.stream().mapToLong(TensorSpec::size).sum();
        long limit = values * Float.BYTES + Safetensors.MAX_HEADER_BYTES + Long.BYTES;
        byte[] bytes = zip.read(Rdf.Files.STATE_DICT, limit);
        requireHash(bytes);
        try {
            return Weights.fromState(metadata.network(), Safetensors.read(bytes, expected));
        } catch (InvalidInput e) {
            throw new Unreadable(e.getMessage(), e);
        }
    }

    private void requireHash(byte[] bytes) {
        if (rdf.get("attachments") instanceof List<?> attachments) {
            for (Object attachment : attachments) {
                if (attachment instanceof Map<?, ?> file
                        && Rdf.Files.STATE_DICT.equals(file.get("source"))
                        && Sha256.of(bytes).equals(file.get("sha256"))) {
                    return;
                }
            }
        }
        throw new Unreadable(
                Rdf.Files.STATE_DICT
                        + " is damaged: its SHA-256 is not the one of the description.");
    }
}
