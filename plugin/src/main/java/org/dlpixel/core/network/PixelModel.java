package org.dlpixel.core.network;

/**
 * A trained network with everything that prediction needs; immutable. Its file is a bioimage.io
 * package.
 *
 * @param metadata what the weights mean
 * @param weights of the network that the metadata describe
 */
public record PixelModel(ModelMetadata metadata, Weights weights) {

    public PixelModel {
        weights.requireFit(metadata.network());
    }

    /**
     * Loads the network into libtorch, using the given number of threads per operation. Its scores
     * are corrected as the metadata say.
     */
    public Network open(int threads) {
        return Network.open(metadata.network(), weights, metadata.correction(), threads);
    }

    /**
     * The TorchScript archive of the network: {@code forward} takes (N, C, H, W) images, normalised
     * to 0..1, and gives class scores before the softmax, corrected as the metadata say.
     */
    public byte[] torchScript() {
        return weights.inferenceArchive(
                metadata.network(), LossSettings.defaults(), metadata.correction());
    }
}
