package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EngineThreadTest {

    @Test
    void theProcessorAndTheFirstGraphicsProcessorShareAThread() {
        Thread first = EngineThread.first().get(Thread::currentThread);
        assertThat(EngineThread.ofCuda(0).get(Thread::currentThread)).isSameAs(first);
        assertThat(EngineThread.ofCuda(1).get(Thread::currentThread)).isNotSameAs(first);
    }

    /** One task waits for the other. */
    @Test
    @Timeout(60)
    void furtherGraphicsProcessorsWorkAtTheSameTime() {
        CompletableFuture<Integer> late = new CompletableFuture<>();
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> EngineThread.ofCuda(1).get(late::join));
        EngineThread.ofCuda(2).execute(() -> late.complete(7));
        assertThat(waiting.join()).isEqualTo(7);
    }
}
