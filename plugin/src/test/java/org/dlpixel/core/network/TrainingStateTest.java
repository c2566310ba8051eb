package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingStateTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withDropout(.5);
    private static final LossSettings LOSS = LossSettings.defaults();
    private static final int SIDE = 32;

    private final float[] images = NetworkTest.noise(4 * SIDE * SIDE, 1);
    private final byte[] labels = labels();

    @TempDir private Path folder;

    private static byte[] labels() {
        byte[] labels = new byte[4 * SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 5 == 0 ? -1 : i % 5 % 2);
        }
        return labels;
    }

    private void steps(TrainableNetwork network, int from, int to) {
        for (int i = from; i <= to; i++) {
            network.step(images, labels, 4, SIDE, SIDE, new StepSettings(i, 1e-2, .1, 1, .1));
        }
    }

    @ParameterizedTest
    @CsvSource({"RESIDUAL_UNET, BATCH, 1", "RESIDUAL_UNET, GROUP, 5", "U_NET, BATCH, 5"})
    void trainingInTwoPartsEndsAsTrainingInOne(Architecture architecture, Norm norm, int pause) {
        UNetSettings settings = SMALL.withArchitecture(architecture).withNorm(norm);
        Weights start = Weights.random(settings, 1);
        TrainingState whole;
        try (TrainableNetwork network = TrainableNetwork.open(settings, start, LOSS, 7, 1)) {
            steps(network, 1, 12);
            whole = network.state();
            assertThat(whole.weights()).isEqualTo(network.weights());
            assertThat(whole.average()).isEqualTo(network.average());
        }
        Path file = folder.resolve("checkpoint/state");
        try (TrainableNetwork network = TrainableNetwork.open(settings, start, LOSS, 7, 1)) {
            steps(network, 1, pause);
            network.state().write(file);
        }
        TrainingState read = TrainingState.read(file, settings);
        try (TrainableNetwork network = TrainableNetwork.open(settings, read, LOSS, 7, 1)) {
            assertThat(network.state()).isEqualTo(read);
            steps(network, pause + 1, 12);
            assertThat(network.state()).isEqualTo(whole);
        }
    }

    @Test
    void askingForTheStateDoesNotDisturbTraining() {
        Weights start = Weights.random(SMALL, 1);
        try (TrainableNetwork asked = TrainableNetwork.open(SMALL, start, LOSS, 7, 1);
                TrainableNetwork alone = TrainableNetwork.open(SMALL, start, LOSS, 7, 1)) {
            TrainingState first = asked.state();
            steps(asked, 1, 2);
            assertThat(asked.state()).isNotEqualTo(first);
            steps(asked, 3, 4);
            steps(alone, 1, 4);
            assertThat(asked.state()).isEqualTo(alone.state());
        }
    }

    private static TrainingState state() {
        return TrainingState.start(Weights.random(SMALL, 1));
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Path file = folder.resolve("state");
        state().write(file);
        byte[] whole = Files.readAllBytes(file);
        assertThat(TrainingState.read(file, SMALL)).isEqualTo(state());
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertUnreadable(file, SMALL, "is cut off");
        }
        assertUnreadable(changed(whole, 0), SMALL, "This is no training state.");
        assertUnreadable(changed(whole, 8), SMALL, "Illegal format version: 254, must be 1.");
        assertUnreadable(changed(whole, 12), SMALL, "another network");
        assertUnreadable(changed(whole, 16), SMALL, "another network");
        assertUnreadable(changed(whole, whole.length / 2), SMALL, "checksum");
        assertUnreadable(folder.resolve("nowhere"), SMALL, "nowhere");
    }

    private Path changed(byte[] bytes, int position) throws IOException {
        byte[] other = bytes.clone();
        other[position] = (byte) ~other[position];
        return Files.write(folder.resolve("changed"), other);
    }

    private static void assertUnreadable(Path file, UNetSettings settings, String message) {
        assertThatThrownBy(() -> TrainingState.read(file, settings))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void theStateOfAnotherNetworkIsRefused() {
        Path file = folder.resolve("state");
        state().write(file);
        UNetSettings other = SMALL.withBaseFeatures(5);
        assertUnreadable(file, other, "another network");
        assertThatThrownBy(() -> TrainableNetwork.open(other, state(), LOSS, 1, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("training state");
    }

    @Test
    void aFolderInTheWayIsNamed() {
        assertThatThrownBy(() -> state().write(folder))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(folder.toString());
    }
}
