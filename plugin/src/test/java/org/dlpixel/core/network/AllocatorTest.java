package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocatorTest {

    @Test
    void theEnginesMemoryComesFromTheMainHeapWhereThereIsOne() {
        assumeTrue(MainHeap.isKnown());
        assertThat(EngineThread.call(MainHeap::servesThisThread)).isTrue();
    }

    @Test
    void weightsAreTheSameBitForBitWithAndWithoutTuning() {
        Weights tuned = afterTwoSteps(Allocator::tune);
        Weights untuned = afterTwoSteps(Allocator::restore);
        assertThat(untuned.values()).isEqualTo(tuned.values());
    }

    private static Weights afterTwoSteps(Runnable allocator) {
        UNetSettings settings = UNetSettings.defaults();
        float[] image = new float[2 * 128 * 128];
        byte[] labels = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = i % 255 / 255f;
            labels[i] = (byte) (i % 3 - 1);
        }
        StepSettings step = new StepSettings(1, 1e-3, 1e-2, 1, 0.1);
        try (TrainableNetwork network =
                TrainableNetwork.open(settings, Weights.random(settings, 3), 5, 1)) {
            allocator.run();
            network.step(image, labels, 2, 128, 128, step);
            network.step(image, labels, 2, 128, 128, step);
            return network.weights();
        }
    }

    @Test
    void closingTwiceEndsOneScope() {
        Allocator outer = Allocator.open();
        Allocator inner = Allocator.open();
        inner.close();
        inner.close();
        assertThat(Allocator.isActive()).isTrue();
        outer.close();
        assertThat(Allocator.isActive()).isFalse();
    }

    @Test
    void anAllocatorSetByTheUserIsLeftAlone() {
        assertThat(Allocator.isSetByUser(Map.of("MALLOC_ARENA_MAX", "2"))).isTrue();
        assertThat(Allocator.isSetByUser(Map.of("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")))
                .isTrue();
        assertThat(Allocator.isSetByUser(Map.of("PATH", "/bin"))).isFalse();
    }

    @Test
    void aTaskOfTheEngineSeesItsOwnExceptionAndMayCallTheEngine() {
        assertThatThrownBy(
                        () ->
                                EngineThread.run(
                                        () -> {
                                            throw new IllegalStateException("inside");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("inside");
        assertThat(EngineThread.call(() -> EngineThread.call(() -> 7))).isEqualTo(7);
    }

    @Test
    void anInterruptedCallerGetsItsResultAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        int seven = EngineThread.call(() -> 7);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seven).isEqualTo(7);
    }
}
