package org.dlpixel.core.network;

import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;

/**
 * A network that another program made, as a TorchScript archive. It can predict, not be trained.
 *
 * <p>libtorch runs the archive's code. That is TorchScript, not Python, and tensors are all it is
 * given, but it is code of somebody else.
 */
public final class ForeignModel implements SliceModel {

    private final ForeignMetadata metadata;
    private final byte[] archive;

    /**
     * @param archive the TorchScript archive's bytes; not copied, must not change
     */
    public ForeignModel(ForeignMetadata metadata, byte[] archive) {
        this.metadata = metadata;
        this.archive = archive;
    }

    @Override
    public ForeignMetadata metadata() {
        return metadata;
    }

    /** Every slice is prepared by itself. */
    @Override
    public Optional<Normalization> volumeNormalization() {
        return Optional.empty();
    }

    @Override
    public void prepare(float[] slice, Optional<IntensityRange> volumeRange) {
        metadata.preprocessing().forEach(step -> step.apply(slice, metadata.imageChannels()));
    }

    @Override
    public ForeignNetwork open(int threads) {
        return open(Execution.onCpu(threads));
    }

    @Override
    public ForeignNetwork open(Execution execution) {
        return new ForeignNetwork(metadata, archive, execution);
    }
}
