package org.dlpixel.core.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.SliceContext;

/**
 * What must be known besides the weights to use a model, and how it came to be.
 *
 * @param network the network
 * @param classes names by class index, as many as the network tells apart
 * @param normalization how raw intensities become the network's input
 * @param context which slices besides a slice itself the network sees; included in the network's
 *     number of input channels. None, as in old packages, is only the slice itself
 * @param correction of the network's scores, applied in every prediction. None, as in old packages,
 *     changes nothing
 * @param patchSize side of the training patches, pixels; {@link #UNKNOWN_PATCH_SIZE} if the weights
 *     come from elsewhere
 * @param seed of weights, patches and dropout
 * @param history how training went, for people: name to value, in order
 * @param provenance where the model comes from: name to value, in order
 */
public record ModelMetadata(
        UNetSettings network,
        ClassList classes,
        Normalization normalization,
        SliceContext context,
        Correction correction,
        int patchSize,
        long seed,
        Map<String, String> history,
        Map<String, String> provenance)
        implements ModelInfo {

    /** Stands for the patch size of weights that were trained elsewhere. */
    public static final int UNKNOWN_PATCH_SIZE = 0;

    public ModelMetadata {
        context = context == null ? SliceContext.NONE : context;
        correction = correction == null ? Correction.NONE : correction;
        correction.requireClasses(network.classes());
        if (network.inputChannels() % context.slices() != 0) {
            throw InvalidInput.of(
                    "number of input channels",
                    network.inputChannels(),
                    "a multiple of the " + context.slices() + " slices that are seen at once");
        }
        if (classes.size() != network.classes()) {
            throw InvalidInput.of(
                    "number of class names",
                    classes.size(),
                    "that of the network's outputs, " + network.classes());
        }
        history = Collections.unmodifiableMap(new LinkedHashMap<>(history));
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** Without neighbouring slices and without correction. */
    public ModelMetadata(
            UNetSettings network,
            ClassList classes,
            Normalization normalization,
            int patchSize,
            long seed,
            Map<String, String> history,
            Map<String, String> provenance) {
        this(
                network,
                classes,
                normalization,
                SliceContext.NONE,
                Correction.NONE,
                patchSize,
                seed,
                history,
                provenance);
    }

    @Override
    public int imageChannels() {
        return network.inputChannels() / context.slices();
    }

    @Override
    public String title() {
        return network.architecture().title();
    }

    /** How far around a pixel the network looks; follows from the network. */
    public ReceptiveField receptiveField() {
        return ReceptiveField.of(network);
    }

    /** As JSON text with the format's version, as packages hold them. */
    public String toJson() {
        return MetadataJson.write(this);
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws Unreadable if it is damaged or of a newer format
     */
    public static ModelMetadata fromJson(String json) {
        return MetadataJson.read(json);
    }

    /** With further entries of the provenance. */
    public ModelMetadata withProvenance(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(provenance);
        all.putAll(more);
        return with(correction, history, all);
    }

    /** With further entries of the history. */
    public ModelMetadata withHistory(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(history);
        all.putAll(more);
        return with(correction, all, provenance);
    }

    public ModelMetadata withCorrection(Correction value) {
        return with(value, history, provenance);
    }

    private ModelMetadata with(
            Correction newCorrection,
            Map<String, String> newHistory,
            Map<String, String> newProvenance) {
        return new ModelMetadata(
                network,
                classes,
                normalization,
                context,
                newCorrection,
                patchSize,
                seed,
                newHistory,
                newProvenance);
    }
}
