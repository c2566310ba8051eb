package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class InputMemoryTest {

    private final InputMemory memory = new InputMemory();

    @Test
    void itHasExactlyTheSizeAskedForAndLiesOutsideTheHeap() {
        ByteBuffer large = memory.take(1, 100);
        assertThat(large.capacity()).isEqualTo(100);
        assertThat(large.isDirect()).isTrue();
        assertThat(large.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(memory.take(1, 8).capacity()).isEqualTo(8);
        assertThat(memory.take(1, 0).capacity()).isZero();
    }

    @Test
    void itIsUsedAgainByTheSameArgumentAndSharedWithNoOther() {
        memory.take(0, 8).putLong(0, 1);
        memory.take(1, 8).putLong(0, 2);
        assertThat(memory.take(0, 8).getLong(0)).isEqualTo(1);
        assertThat(memory.take(1, 8).getLong(0)).isEqualTo(2);
    }
}
