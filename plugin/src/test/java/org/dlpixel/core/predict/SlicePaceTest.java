package org.dlpixel.core.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlicePaceTest {

    @Test
    void speedAndRemainingTimeAreTold() {
        assertThat(new SlicePace(3, 40, 2.4))
                .hasToString("Slice 3 of 40, 1.25 slices/s, 30 s left");
        assertThat(new SlicePace(300, 3300, 10))
                .hasToString("Slice 300 of 3300, 30 slices/s, 100 s left");
        assertThat(new SlicePace(5, 5, 50)).hasToString("Slice 5 of 5, 0.10 slices/s, 0 s left");
    }

    @Test
    void longTimesAreToldInMinutesAndHours() {
        assertThat(new SlicePace(1, 4, 50)).asString().endsWith(", 3 min left");
        assertThat(new SlicePace(1, 101, 150)).asString().endsWith(", 4 h 10 min left");
    }
}
