package org.dlpixel.core.network;

import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.Normalization.Scope;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * A trained network with everything that prediction needs; immutable. Its file is a bioimage.io
 * package.
 *
 * @param metadata what the weights mean
 * @param weights of the network that the metadata describe
 */
public record PixelModel(ModelMetadata metadata, Weights weights) implements SliceModel {

    public PixelModel {
        weights.requireFit(metadata.network());
    }

    @Override
    public Optional<Normalization> volumeNormalization() {
        return Optional.of(metadata.normalization()).filter(n -> n.scope() == Scope.VOLUME);
    }

    @Override
    public Optional<IntensityRange> knownRange(Optional<IntensityRange> volumeRange) {
        Normalization normalization = metadata.normalization();
        return switch (normalization.scope()) {
            case VOLUME -> volumeRange;
            case FIXED -> Optional.of(normalization.fixed());
            case SLICE, ROI -> Optional.empty();
        };
    }

    @Override
    public void prepare(float[] slice, Optional<IntensityRange> volumeRange) {
        if (volumeNormalization().isPresent() && volumeRange.isEmpty()) {
            throw InvalidInput.of("range of the volume", "none", "known");
        }
        knownRange(volumeRange)
                .orElseGet(() -> metadata.normalization().rangeOf(slice))
                .normalise(slice, 0, slice.length);
    }

    /**
     * Loads the network into libtorch, to run on the processor with the given number of threads per
     * operation. Its scores are corrected as the metadata say.
     */
    @Override
    public Network open(int threads) {
        return open(Execution.onCpu(threads));
    }

    /** Loads the network into libtorch. Its scores are corrected as the metadata say. */
    @Override
    public Network open(Execution execution) {
        return Network.open(
                metadata.network(),
                weights,
                LossSettings.defaults(),
                metadata.correction(),
                execution);
    }

    /**
     * The TorchScript archive of the network: {@code forward} takes (N, C, H, W) images, normalised
     * to 0..1, and gives class scores before the softmax, corrected as the metadata say.
     */
    public byte[] torchScript() {
        return weights.inferenceArchive(
                metadata.network(), ScriptVariant.DEFAULT.withCorrection(metadata.correction()));
    }
}
