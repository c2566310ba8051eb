package org.dlpixel.benchmark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.TiffWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelThinningTest {

    private static final int WIDTH = 8;

    @TempDir Path folder;

    @Property(tries = 200)
    void theShareOfEveryClassIsLeft(
            @ForAll @Size(48) List<@IntRange(max = 3) Integer> slice,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share,
            @ForAll long seed) {
        int[] labels = slice.stream().mapToInt(Integer::intValue).toArray();

        int[] left = LabelThinning.thin(labels, WIDTH, share, new Random(seed));

        for (int value = 1; value <= 3; value++) {
            assertThat(count(left, value)).isEqualTo((int) Math.ceil(share * count(labels, value)));
        }
        for (int i = 0; i < labels.length; i++) {
            assertThat(left[i]).isIn(0, labels[i]);
        }
    }

    @Property(tries = 100)
    void fewerLabelsAreAmongTheMore(
            @ForAll @Size(48) List<@IntRange(max = 2) Integer> slice, @ForAll long seed) {
        int[] labels = slice.stream().mapToInt(Integer::intValue).toArray();

        int[] few = LabelThinning.thin(labels, WIDTH, 0.25, new Random(seed));
        int[] more = LabelThinning.thin(labels, WIDTH, 0.5, new Random(seed));

        for (int i = 0; i < labels.length; i++) {
            assertThat(few[i]).isIn(0, more[i]);
        }
    }

    @Test
    void aStrokeIsFinishedBeforeTheNextBegins() {
        int[] labels = new int[5 * WIDTH];
        int[] one = {0, 1, WIDTH + 2, 2 * WIDTH + 1};
        int[] other = {WIDTH - 1, 2 * WIDTH - 1, 3 * WIDTH - 1};
        IntStream.concat(IntStream.of(one), IntStream.of(other)).forEach(i -> labels[i] = 2);

        for (int seed = 0; seed < 20; seed++) {
            List<Integer> order = StrokeOrder.of(labels, WIDTH, 2, new Random(seed));
            int first = order.get(0) % WIDTH < 4 ? one.length : other.length;

            assertThat(order).hasSize(7).doesNotHaveDuplicates();
            assertThat(order.subList(0, first))
                    .allMatch(i -> order.get(0) % WIDTH < 4 == i % WIDTH < 4);
        }
    }

    @Test
    void stacksKeepTheirFormAndTheUnlabelledSlices() {
        VolumeShape shape = new VolumeShape(WIDTH, 4, 2, 1);
        Path source = folder.resolve("labels.tif");
        float[] painted = new float[shape.plane()];
        java.util.Arrays.fill(painted, 0, 20, 1);
        try (TiffWriter out =
                TiffWriter.create(source, shape, PixelType.UINT8, new VoxelSize(1, 2, 3, "um"))) {
            out.write(0, painted);
            out.write(1, new float[shape.plane()]);
        }

        Path target = folder.resolve("thinned").resolve("labels.tif");
        LabelThinning.thin(source, target, 0.5, 1);

        try (SliceSource some = ImageFiles.open(target)) {
            assertThat(some.shape()).isEqualTo(shape);
            assertThat(some.voxelSize()).isEqualTo(new VoxelSize(1, 2, 3, "um"));
            assertThat(some.slice(1).pixels()).containsOnly(0);
            assertThat(some.slice(0).pixels()).containsOnly(0, 1);
            float sum = 0;
            for (float v : some.slice(0).pixels()) {
                sum += v;
            }
            assertThat(sum).isEqualTo(10);
        }
    }

    private static int count(int[] labels, int value) {
        return (int) IntStream.of(labels).filter(v -> v == value).count();
    }
}
