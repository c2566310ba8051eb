package org.dlpixel.core.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.SliceContext;

class FeatureBandsTest {

    @Property(tries = 15)
    void bandsCoverTheImageWithTheFeaturesOfTheWhole(
            @ForAll @IntRange(min = 1, max = 260) int height,
            @ForAll @IntRange(min = 1, max = 5) int share) {
        FloatImage image = ForestScenes.noise(9, height, 1, height);
        PixelFeatures features = new PixelFeatures(SliceContext.NONE, 1);
        float[][] whole = features.of(image);
        FeatureBands bands = new FeatureBands(features, image, IntensityRange.UNIT, share);
        int next = 0;
        for (int b = 0; b < bands.count(); b++) {
            assertThat(bands.start(b)).isEqualTo(next);
            next = bands.end(b);
            FeatureBands.Band band = bands.band(b);
            for (int f = 0; f < whole.length; f++) {
                int length = next - bands.start(b);
                assertThat(part(band.values()[f], band.offset(), length))
                        .isEqualTo(part(whole[f], bands.start(b), length));
            }
        }
        assertThat(next).isEqualTo(9 * height);
    }

    private static float[] part(float[] values, int from, int length) {
        return Arrays.copyOfRange(values, from, from + length);
    }
}
