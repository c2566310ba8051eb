package org.dlpixel.core.train.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {

    @Test
    void batchesComeInOrderFromANamedThread() {
        try (BatchLoader loader =
                new BatchLoader(
                        IntStream.range(0, 20)
                                .<Callable<Batch>>mapToObj(i -> () -> named(i))
                                .iterator(),
                        new Stopwatch(new Pace(0, 0, 0)))) {
            for (int i = 0; i < 20; i++) {
                assertThat(loader.next().size()).isEqualTo(i);
            }
        }
    }

    private static Batch named(int i) {
        assertThat(Thread.currentThread().getName()).isEqualTo("dlpixel-patches");
        return new Batch(new float[0], new byte[0], i, 0, 0, Optional.empty());
    }

    @Test
    void anUnexpectedErrorKeepsItsCause() {
        IllegalArgumentException cause = new IllegalArgumentException("broken");
        try (BatchLoader loader =
                new BatchLoader(
                        IntStream.range(0, 1)
                                .<Callable<Batch>>mapToObj(
                                        i ->
                                                () -> {
                                                    throw cause;
                                                })
                                .iterator(),
                        new Stopwatch(new Pace(0, 0, 0)))) {
            assertThatThrownBy(loader::next).hasCause(cause);
        }
    }
}
