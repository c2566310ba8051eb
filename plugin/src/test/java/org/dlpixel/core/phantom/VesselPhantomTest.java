package org.dlpixel.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VesselPhantomTest {

    private static final VesselPhantomSettings SMALL =
            VesselPhantomSettings.defaults().withExtent(96, 80, 12);
    private static final VesselPhantom PHANTOM = generate(SMALL);
    private static final VesselPhantom WHOLE = generate(VesselPhantomSettings.defaults());

    @TempDir Path folder;

    /** Whoever changes what a seed means raises {@link VesselPhantom#VERSION} too. */
    @Test
    void theSameSeedGivesTheSameVoxelsEverywhere() {
        assertThat(
                        Stream.of(PHANTOM.image(), PHANTOM.labels(), PHANTOM.truth())
                                .map(VesselPhantomTest::checksum))
                .containsExactly(2048342366L, 1493390741L, 4009310327L);
    }

    @Test
    void anotherSeedGivesOtherVessels() {
        assertThat(checksum(generate(SMALL.withSeed(43)).truth()))
                .isNotEqualTo(checksum(PHANTOM.truth()));
    }

    @Test
    void theDefaultIsAStackOfUnsignedShortsWithTruthAndFiveLabelledSlices() {
        assertThat(WHOLE.image().shape()).isEqualTo(new VolumeShape(256, 256, 48, 1));
        assertThat(WHOLE.image().pixelType()).isEqualTo(PixelType.UINT16);
        assertThat(WHOLE.image().voxelSize().z()).isEqualTo(5);
        int labelled = 0;
        for (int z = 0; z < 48; z++) {
            double share = share(WHOLE.labels(), z);
            assertThat(share).isLessThan(0.03);
            labelled += share > 0.015 ? 1 : 0;
            assertThat(share == 0 || share > 0.015).isTrue();
        }
        assertThat(labelled).isEqualTo(5);
    }

    @Test
    void noScribbleIsWrongAndBothClassesAreScribbledOn() {
        long[] painted = new long[3];
        for (int z = 0; z < 48; z++) {
            float[] labels = WHOLE.labels().slice(z).pixels();
            float[] truth = WHOLE.truth().slice(z).pixels();
            for (int i = 0; i < labels.length; i++) {
                painted[(int) labels[i]]++;
                assertThat(labels[i] == 0 || labels[i] == truth[i] + 1).isTrue();
            }
        }
        assertThat(painted[1]).isGreaterThan(3000);
        assertThat(painted[2]).isGreaterThan(800);
    }

    /** Otsu's threshold (IEEE SMC 9, 1979) of all voxels. */
    @Test
    void aThresholdDoesNotFindTheVessels() {
        assertThat(dice(otsu())).isBetween(0.1, 0.7);
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> SMALL.withExtent(8, 80, 12))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("width: 8");
    }

    @Test
    void filesAreMadeOnceAndAgainForOtherSettings() throws IOException {
        assertThat(PhantomFiles.write(folder, SMALL, Progress.none())).isTrue();
        FileTime longAgo = FileTime.fromMillis(0);
        Path image = folder.resolve("image.tif");
        Files.setLastModifiedTime(image, longAgo);
        assertThat(PhantomFiles.write(folder, SMALL, Progress.none())).isFalse();
        assertThat(Files.getLastModifiedTime(image)).isEqualTo(longAgo);
        try (SliceSource written = ImageFiles.open(image)) {
            assertThat(checksum(written)).isEqualTo(checksum(PHANTOM.image()));
            assertThat(written.voxelSize()).isEqualTo(SMALL.voxelSize());
        }
        Files.delete(folder.resolve("truth.tif"));
        assertThat(PhantomFiles.write(folder, SMALL, Progress.none())).isTrue();
        assertThat(PhantomFiles.write(folder, SMALL.withSeed(1), Progress.none())).isTrue();
    }

    private static VesselPhantom generate(VesselPhantomSettings settings) {
        return VesselPhantom.generate(settings, Progress.none());
    }

    private static double share(SliceSource labels, int slice) {
        float[] values = labels.slice(slice).pixels();
        int painted = 0;
        for (float value : values) {
            painted += value > 0 ? 1 : 0;
        }
        return (double) painted / values.length;
    }

    private static long checksum(SliceSource stack) {
        CRC32 crc = new CRC32();
        for (int z = 0; z < stack.shape().slices(); z++) {
            for (float value : stack.slice(z).pixels()) {
                crc.update((int) value & 0xff);
                crc.update((int) value >> 8);
            }
        }
        return crc.getValue();
    }

    private static int otsu() {
        long[] histogram = new long[65536];
        for (int z = 0; z < 48; z++) {
            for (float value : WHOLE.image().slice(z).pixels()) {
                histogram[(int) value]++;
            }
        }
        double count = 0;
        double sum = 0;
        for (int v = 0; v < histogram.length; v++) {
            count += histogram[v];
            sum += (double) v * histogram[v];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = 0;
        for (int v = 0; v < histogram.length; v++) {
            below += histogram[v];
            sumBelow += (double) v * histogram[v];
            double d = sum * below / count - sumBelow;
            double between = d * d / (below * (count - below));
            if (between > best) {
                best = between;
                threshold = v;
            }
        }
        return threshold;
    }

    private static double dice(int threshold) {
        long hits = 0;
        long all = 0;
        for (int z = 0; z < 48; z++) {
            float[] image = WHOLE.image().slice(z).pixels();
            float[] truth = WHOLE.truth().slice(z).pixels();
            for (int i = 0; i < image.length; i++) {
                boolean found = image[i] > threshold;
                hits += found && truth[i] == 1 ? 1 : 0;
                all += (found ? 1 : 0) + (truth[i] == 1 ? 1 : 0);
            }
        }
        return 2.0 * hits / all;
    }
}
