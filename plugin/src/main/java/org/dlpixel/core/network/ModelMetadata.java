package org.dlpixel.core.network;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * What must be known besides the weights to use a model, and how it came to be.
 *
 * @param network the network
 * @param classes names by class index, as many as the network tells apart
 * @param normalization how raw intensities become the network's input
 * @param patchSize side of the training patches, pixels
 * @param seed of weights, patches and dropout
 * @param history how training went, for people: name to value, in order
 * @param provenance where the model comes from: name to value, in order
 */
public record ModelMetadata(
        UNetSettings network,
        ClassList classes,
        Normalization normalization,
        int patchSize,
        long seed,
        Map<String, String> history,
        Map<String, String> provenance) {

    public ModelMetadata {
        if (classes.size() != network.classes()) {
            throw InvalidInput.of(
                    "number of class names",
                    classes.size(),
                    "that of the network's outputs, " + network.classes());
        }
        history = Collections.unmodifiableMap(new LinkedHashMap<>(history));
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** How far around a pixel the network looks; follows from the network. */
    public ReceptiveField receptiveField() {
        return ReceptiveField.of(network);
    }

    /** As JSON text with the format's version, as model files hold them. */
    public String toJson() {
        return ModelFile.metadata(this);
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws Unreadable if it is damaged or of a newer format
     */
    public static ModelMetadata fromJson(String json) {
        return ModelFile.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    public ModelMetadata withProvenance(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(provenance);
        all.putAll(more);
        return new ModelMetadata(network, classes, normalization, patchSize, seed, history, all);
    }
}
