package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.train.TrainingHistory.Ending;
import org.dlpixel.core.train.patches.PatchSource;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir private Path folder;

    private TrainingResult train(TrainingSettings settings, Progress progress) {
        return Small.train(
                new Trainer(Small.NETWORK, settings).keeping(Checkpoints.everyEpoch(folder)),
                settings,
                progress);
    }

    private void interrupt(TrainingSettings settings, int epoch) {
        assertThatThrownBy(() -> train(settings, Interruption.cancelIn(epoch)))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void anInterruptedTrainingGoesOnToTheSameModelAndHistory() {
        TrainingResult whole = Small.train(Small.SETTINGS);
        interrupt(Small.SETTINGS, 2);
        interrupt(Small.SETTINGS, 5);
        TrainingResult resumed = train(Small.SETTINGS, Progress.none());
        assertThat(resumed.model()).isEqualTo(whole.model());
        assertThat(withoutTime(resumed)).isEqualTo(withoutTime(whole));
        assertThat(resumed.history().pace().patches()).isEqualTo(72);
    }

    private static List<EpochRecord> withoutTime(TrainingResult result) {
        return result.history().epochs().stream()
                .map(
                        e ->
                                new EpochRecord(
                                        e.epoch(),
                                        e.loss(),
                                        e.validation(),
                                        e.learningRate(),
                                        0,
                                        e.best()))
                .toList();
    }

    @Test
    void aFinishedTrainingIsNotDoneAgain() throws IOException {
        TrainingResult first = train(Small.SETTINGS, Progress.none());
        byte[] kept = Files.readAllBytes(folder.resolve(Checkpoints.FILE));
        TrainingResult second =
                train(
                        Small.SETTINGS,
                        new Interruption(
                                1,
                                () -> {
                                    throw new AssertionError("a step");
                                }));
        assertThat(second.model()).isEqualTo(first.model());
        assertThat(second.history()).isEqualTo(first.history());
        assertThat(Files.readAllBytes(folder.resolve(Checkpoints.FILE))).isEqualTo(kept);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theClockGoesOn() {
        TrainingSettings limited = Small.SETTINGS.withBudget(b -> b.withMinutes(1e-6));
        TrainingResult first = train(limited, Progress.none());
        TrainingResult second = train(limited, Progress.none());
        assertThat(second.history()).isEqualTo(first.history());
        assertThat(second.history().ending()).isEqualTo(Ending.TIME_LIMIT);
    }

    @Test
    void aScheduleGoesOnWithItsPlanAndItsTime() {
        TrainingSettings settings =
                TrainingSettings.defaults()
                        .withPortions(p -> new Portions(96, 1, 100, 10))
                        .withBudget(b -> b.withMinutes(10));
        Schedule whole = new Schedule(settings, 0);
        Schedule part = new Schedule(settings, 0);
        long second = 1_000_000_000;
        for (int step = 0; step < 15; step++) {
            whole.beforeStep(step, step * second);
            part.beforeStep(step, step * second);
        }
        long pause = 1000 * second;
        Schedule resumed = new Schedule(settings, pause + 15 * second, part.state(15 * second));
        for (int step = 15; step < 25; step++) {
            whole.beforeStep(step, step * second);
            resumed.beforeStep(step, pause + step * second);
        }
        assertThat(resumed.state(pause + 25 * second)).isEqualTo(whole.state(25 * second));
        assertThat(resumed.epochs()).isEqualTo(53);
        assertThat(resumed.isLimited()).isTrue();
    }

    @Test
    void theFolderOfAnotherTrainingIsRefusedWithTheDifferenceAndKept() throws IOException {
        interrupt(Small.SETTINGS, 2);
        byte[] kept = Files.readAllBytes(folder.resolve(Checkpoints.FILE));
        assertRefused(s -> s.withSeed(2), "other settings");
        assertRefused(s -> s.withPortions(p -> p.withEpochs(7)), "other settings");
        assertThatThrownBy(
                        () ->
                                trainer()
                                        .train(
                                                Scenes.data(relabelled()),
                                                Scenes.patches(Small.REGIONS, 32, 1),
                                                Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("other labelled regions")
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> Small.train(trainer().watching(), Small.SETTINGS, Progress.none()))
                .hasMessageContaining("other choice of the epoch, best");
        PatchSampler other =
                new PatchSampler(32, PatchPlacement.UNIFORM, AugmentationSettings.STANDARD);
        assertThatThrownBy(
                        () ->
                                trainer()
                                        .train(
                                                Scenes.data(Small.REGIONS),
                                                PatchSource.sampled(Small.REGIONS, other, 12, 1),
                                                Progress.none()))
                .hasMessageContaining("other patches or augmentation");
        assertThat(Files.readAllBytes(folder.resolve(Checkpoints.FILE))).isEqualTo(kept);
    }

    private void assertRefused(UnaryOperator<TrainingSettings> change, String message) {
        assertThatThrownBy(() -> train(change.apply(Small.SETTINGS), Progress.none()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining(folder.toString());
    }

    private Trainer trainer() {
        return new Trainer(Small.NETWORK, Small.SETTINGS).keeping(Checkpoints.everyEpoch(folder));
    }

    private static List<LabelledRegion> relabelled() {
        LabelledRegion first = Small.REGIONS.get(0);
        byte[] labels = first.labels().classes().clone();
        labels[0] = (byte) (labels[0] == 1 ? 0 : 1);
        return List.of(
                Scenes.region(first.image(), new LabelMask(50, 40, labels), first.split()),
                Small.REGIONS.get(1),
                Small.REGIONS.get(2),
                Small.REGIONS.get(3));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        interrupt(Small.SETTINGS, 2);
        Path file = folder.resolve(Checkpoints.FILE);
        byte[] good = Files.readAllBytes(file);
        byte[] flipped = good.clone();
        flipped[good.length - 5000] ^= 1;
        for (byte[] bad : List.of(flipped, Arrays.copyOf(good, good.length - 7), new byte[100])) {
            Files.write(file, bad);
            assertThatThrownBy(() -> train(Small.SETTINGS, Progress.none()))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining(file.toString());
            assertThat(file).hasBinaryContent(bad);
        }
    }

    @Test
    void aWrongTimeBetweenCheckpointsIsRefused() {
        assertThatThrownBy(() -> new Checkpoints(folder, -1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("time between checkpoints: -1.0 minutes");
    }
}
