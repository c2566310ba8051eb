package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dlpixel.core.image.VoxelSize;
import org.junit.jupiter.api.Test;

class ClassCountsTest {

    @Test
    void pixelsAreCountedByClass() {
        ClassCounts counts = ClassCounts.of(new byte[] {0, 2, 2, 0, 0}, 4);
        assertThat(counts.pixels()).containsExactly(3L, 0L, 2L, 0L);
    }

    @Test
    void areaAndVolumeFollowFromTheVoxelSize() {
        ClassCounts counts = ClassCounts.of(new byte[] {1, 1, 1, 0}, 2);
        VoxelSize voxel = new VoxelSize(0.5, 0.25, 2, "um");
        assertThat(counts.area(1, voxel)).isCloseTo(0.375, within(1e-12));
        assertThat(counts.volume(1, voxel)).isCloseTo(0.75, within(1e-12));
    }
}
