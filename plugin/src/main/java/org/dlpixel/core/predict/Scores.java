package org.dlpixel.core.predict;

import java.util.List;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.tile.Symmetry;

/** What a network says of a piece of a slice. */
@FunctionalInterface
interface Scores {

    /**
     * @param piece (C, height, width), normalised
     * @return (classes, height, width)
     */
    float[] of(float[] piece, int height, int width);

    /** Logits, or probabilities averaged over several positions. */
    static Scores of(PixelNetwork network, TestTimeAugmentation augmentation) {
        if (augmentation == TestTimeAugmentation.NONE) {
            return (piece, height, width) -> network.logits(piece, 1, height, width);
        }
        return (piece, height, width) ->
                average(network, augmentation.symmetries(), piece, height, width);
    }

    private static float[] average(
            PixelNetwork network, List<Symmetry> positions, float[] piece, int height, int width) {
        int channels = piece.length / (height * width);
        float[] sum = new float[network.classCount() * height * width];
        for (Symmetry position : positions) {
            boolean turned = position.transpose();
            float[] found =
                    network.probabilities(
                            position.apply(piece, channels, height, width),
                            1,
                            turned ? width : height,
                            turned ? height : width);
            position.addBack(found, sum, network.classCount(), height, width);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= positions.size();
        }
        return sum;
    }
}
