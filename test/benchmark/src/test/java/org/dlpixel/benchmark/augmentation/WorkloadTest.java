package org.dlpixel.benchmark.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.benchmark.Options.UsageException;
import org.dlpixel.benchmark.RawFloats;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.Operations;
import org.dlpixel.core.image.LabelledRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTest {

    @TempDir Path folder;

    @Test
    void everyOperationAndEveryPresetIsMeasuredOnce() {
        assertThat(Workload.all()).extracting(Workload::name).doesNotHaveDuplicates();
        assertThat(Workload.all())
                .extracting(Workload::settings)
                .containsAll(AugmentationSettings.presets());
        assertThat(Workload.all())
                .extracting(Workload::name)
                .containsAll(Operations.all().stream().map(Operations.Named::name).toList())
                .contains("Colour jitter RGB");
        assertThat(Workload.all().stream().filter(Workload::isPreset))
                .hasSameSizeAs(AugmentationSettings.presets());
    }

    @Test
    void othersAreAskedForTheSameOperationsWithTheSameParameters() {
        String rotate = Operations.all().get(3).augmentation().toString();

        assertThat(Workload.of("rotate").order(256, 0.5)).isEqualTo("256 1 0.5 " + rotate);
        assertThat(rotate).startsWith("Rotate[probability=1.0, ").endsWith("]");
        assertThat(Workload.of("None").order(512, 1)).isEqualTo("512 1 1.0 ");
        assertThat(Workload.of("Flips").order(8, 1)).contains("];Rotate90[");
        assertThat(Workload.of("Colour jitter RGB").order(8, 1)).startsWith("8 3 1.0 Colour");
    }

    @Test
    void aListOfNamesIsASubset() {
        assertThat(Workload.named("Strong, gamma"))
                .extracting(Workload::name)
                .containsExactly("Strong", "Gamma");
        assertThatThrownBy(() -> Workload.named("Strong,Blurr"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Blurr");
    }

    @Test
    void allSidesCutFromTheSameRegion() throws IOException {
        Path file = folder.resolve("region.bin");
        TestRegion.write(file);
        LabelledRegion region = TestRegion.make(3);

        int plane = TestRegion.SIDE * TestRegion.SIDE;
        assertThat(Files.size(file)).isEqualTo(5L * plane);
        assertThat(RawFloats.read(file)).startsWith(region.image().at(0, 0, 2));
        assertThat(region.image().channels()).isEqualTo(3);
        assertThat((double) region.labels().labelled() / plane).isBetween(0.018, 0.022);
    }
}
