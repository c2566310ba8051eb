package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.Test;

class PredictionSettingsTest {

    private static final UNetSettings RESIDUAL = UNetSettings.defaults();
    private static final UNetSettings FULL = RESIDUAL.withArchitecture(Architecture.U_NET);

    private static long maxPixels(PredictionSettings settings, UNetSettings network) {
        Weights weights = Weights.random(network, 1);
        try (Network open = Network.open(network, weights, 1)) {
            return settings.maxPixels(open, 1);
        }
    }

    @Test
    void aPieceFitsIntoTheMemoryThatTheNetworkTakes() {
        PredictionSettings settings = new PredictionSettings(1 << 22, 1).withMaxBytes(1 << 28);
        long residual = maxPixels(settings, RESIDUAL);
        long full = maxPixels(settings, FULL);
        assertThat(residual * RESIDUAL.bytesPerPixel(Precision.FLOAT32))
                .isBetween(1L << 27, 1L << 28);
        assertThat(full * FULL.bytesPerPixel(Precision.FLOAT32)).isBetween(1L << 27, 1L << 28);
        assertThat(full).isLessThan(residual / 2);
    }

    @Test
    void aPieceIsNeverLargerThanAllowedNorTiny() {
        PredictionSettings settings = new PredictionSettings(5000, 1);
        assertThat(maxPixels(settings, FULL)).isEqualTo(5000);
        UNetSettings wide = FULL.withBaseFeatures(64);
        assertThat(maxPixels(settings.withMaxBytes(1 << 20), wide)).isEqualTo(1024);
    }

    @Test
    void aNetworkThatCannotBeTiledKeepsTheSizeThatTheUserAllows() {
        PredictionSettings settings = new PredictionSettings(1 << 22, 1).withMaxBytes(1 << 20);
        assertThat(maxPixels(settings, FULL.withNorm(Norm.GROUP))).isEqualTo(1 << 22);
    }

    @Test
    void mixedPrecisionTakesLess() {
        for (UNetSettings network : new UNetSettings[] {RESIDUAL, FULL}) {
            assertThat(network.bytesPerPixel(Precision.BFLOAT16))
                    .isLessThan(network.bytesPerPixel(Precision.FLOAT32));
        }
    }

    @Test
    void senselessNumbersAreRefused() {
        PredictionSettings settings = PredictionSettings.defaults();
        assertThatThrownBy(() -> settings.withMaxTilePixels(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> settings.withMaxBytes(1)).isInstanceOf(InvalidInput.class);
        assertThat(settings.withThreads(3).execution()).isEqualTo(Execution.onCpu(3));
    }
}
