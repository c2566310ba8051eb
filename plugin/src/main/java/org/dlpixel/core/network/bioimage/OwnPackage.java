package org.dlpixel.core.network.bioimage;

import com.google.gson.Gson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.archive.TensorSpec;

/**
 * Restores a model of ours from a package: settings from the description, weights from safetensors.
 */
final class OwnPackage implements PackageContent {

    private static final Gson GSON = new Gson();

    private final PackageFile zip;
    private final Map<?, ?> rdf;
    private final ModelMetadata metadata;

    private OwnPackage(PackageFile zip, Map<?, ?> rdf, ModelMetadata metadata) {
        this.zip = zip;
        this.rdf = rdf;
        this.metadata = metadata;
    }

    /** Reads our part of the description. */
    static OwnPackage of(PackageFile zip, Map<?, ?> rdf) {
        Map<?, ?> own = (Map<?, ?>) ((Map<?, ?>) rdf.get("config")).get(Rdf.OWN_CONFIG);
        requireOwnVersion(own);
        return new OwnPackage(zip, rdf, ModelMetadata.fromJson(GSON.toJson(own.get(Rdf.METADATA))));
    }

    @Override
    public ModelMetadata info() {
        return metadata;
    }

    @Override
    public PixelModel model() throws IOException {
        return new PixelModel(metadata, weights());
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
