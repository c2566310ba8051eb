package org.dlpixel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void memoryIsReadFromTheStatusOfAProcess() {
        String status = "Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nThreads:\t2\n";

        assertThat(Memory.parse(status)).contains(new Memory(100, 200));
        assertThat(Memory.parse("Name:\tjava\nVmRSS:\t 1 kB\n")).isEmpty();
        assertThat(Memory.parse("")).isEmpty();
    }

    @Test
    void theProcessorIsTheFirstOne() {
        assertThat(Machine.processor("processor: 0\nmodel name\t: Fast One\nmodel name\t: B\n"))
                .isEqualTo("Fast One");
        assertThat(Machine.processor("")).isEqualTo(System.getProperty("os.arch"));
    }
}
