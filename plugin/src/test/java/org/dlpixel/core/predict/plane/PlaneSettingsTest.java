package org.dlpixel.core.predict.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalDouble;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.predict.plane.Volumes.Noise;
import org.junit.jupiter.api.Test;

class PlaneSettingsTest {

    private static final PlaneSettings ALL =
            new PlaneSettings(EnumSet.allOf(SlicingAxis.class), Path.of("folder"));

    @Test
    void senselessNumbersAreNamed() {
        assertThatThrownBy(() -> ALL.withSmoothing(-1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("smoothing across slices: -1");
        assertThatThrownBy(() -> ALL.withWeight(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ALL.withMaxBytes(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ALL.withAnisotropy(OptionalDouble.of(Double.NaN)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PlaneSettings(EnumSet.noneOf(SlicingAxis.class), Path.of("x")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void rowsAreAsManyAsMakePixelsSquare() {
        Noise stack = new Noise(4, 4, 10, new VoxelSize(0.5, 0.5, 1.3, "um"));
        assertThat(ALL.stretching(stack).rows()).isEqualTo(26);
        assertThat(ALL.withIsotropic(false).stretching(stack).rows()).isEqualTo(10);
        PlaneSettings told = ALL.withAnisotropy(OptionalDouble.of(0.01));
        assertThat(told.stretching(stack).rows()).isEqualTo(1);
    }

    @Test
    void voxelSizesThatCannotBeAreNotFollowedForever() {
        Noise stack = new Noise(4, 4, 10, new VoxelSize(1, 1, 1e9, "um"));
        assertThat(ALL.stretching(stack).rows()).isEqualTo(1000);
    }
}
