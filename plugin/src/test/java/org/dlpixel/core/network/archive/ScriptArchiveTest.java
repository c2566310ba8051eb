package org.dlpixel.core.network.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.dlpixel.core.network.archive.TensorSpec.Role;
import org.junit.jupiter.api.Test;

class ScriptArchiveTest {

    private static final int LARGE = 200_000;

    private static ScriptModule root() {
        ScriptModule root = ScriptModule.root();
        root.tensor("a", Role.PARAMETER, 2, 3);
        root.tensor("count", Role.COUNTER);
        root.child("inner").tensor("b", Role.BUFFER, LARGE);
        return root;
    }

    private static float[] values() {
        float[] values = new float[6 + LARGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * .5f;
        }
        return values;
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScriptArchive.write(root(), values(), out);
        return out.toByteArray();
    }

    @Test
    void theStreamGivesTheBytesThatAreWritten() throws IOException {
        float[] first = Arrays.copyOf(values(), 6);
        float[] rest = Arrays.copyOfRange(values(), 6, 6 + LARGE);
        try (InputStream stream = ScriptArchive.stream(root(), List.of(first, rest))) {
            assertThat(stream.readAllBytes()).isEqualTo(written());
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void theStreamIsReadByteByByteToo() throws IOException {
        byte[] expected = written();
        try (InputStream stream = ScriptArchive.stream(root(), List.of(values()))) {
            for (int i = 0; i < 2000; i++) {
                assertThat(stream.read()).isEqualTo(expected[i] & 0xFF);
            }
        }
    }

    @Test
    void asManyValuesAsTheTensorsHoldAreNeeded() {
        float[] few = new float[5];
        float[] many = new float[7 + LARGE];
        assertThatThrownBy(() -> ScriptArchive.stream(root(), List.of(few)))
                .hasMessageContaining("end within a tensor");
        assertThatThrownBy(() -> ScriptArchive.stream(root(), List.of(many)))
                .hasMessageContaining("1 values too many");
    }
}
