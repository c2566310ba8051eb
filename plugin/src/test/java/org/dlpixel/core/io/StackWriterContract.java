package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.junit.jupiter.api.Test;

/** What holds for every format: what was written is kept, whatever happens. */
abstract class StackWriterContract extends StackReadBackContract {

    /** Makes writes to a slice fail as on a full disk, as long as the returned path exists. */
    abstract Path fillDisk(Path unfinished, int slice) throws IOException;

    /** Some byte of a slice of an unfinished output. */
    abstract Path fileOfSlice(Path unfinished, int slice) throws IOException;

    final Path hidden(String what) {
        return path().resolveSibling("." + path().getFileName() + "." + what);
    }

    private Map<String, byte[]> inOneGo() throws IOException {
        Path other = folder.resolve("whole").resolve(path().getFileName());
        try (StackWriter out = format().open(labels(other), MODEL)) {
            write(out, 0, 1, 2, 3);
            out.complete();
        }
        return tree(other);
    }

    /** The bytes of a file, or of all files below a folder. */
    static Map<String, byte[]> tree(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readAllBytes(file));
            }
        }
        return files;
    }

    static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void aStoppedWriterGoesOnAndYieldsTheSameBytes() throws IOException {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 2, 0);
        }
        assertThat(path()).doesNotExist();
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).containsExactly(0, 2);
            assertThat(out.has(2)).isTrue();
            assertThat(out.has(1)).isFalse();
            write(out, 1, 3);
            out.complete();
        }
        assertSame(tree(path()), inOneGo());
    }

    @Test
    void aKilledWriterGoesOnAndYieldsTheSameBytes() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process victim =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndlessWriter.class.getName(),
                                format().name(),
                                path().toString(),
                                MODEL)
                        .inheritIO()
                        .start();
        try {
            Path journal = hidden("journal");
            while (victim.isAlive()
                    && (!Files.exists(journal) || Files.readAllLines(journal).size() < 3)) {
                Thread.sleep(5);
            }
            assertThat(victim.isAlive()).isTrue();
        } finally {
            victim.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).contains(0, 1).doesNotContain(3);
            for (int z = 0; z < 4; z++) {
                if (!out.has(z)) {
                    write(out, z);
                }
            }
            out.complete();
        }
        assertSame(tree(path()), inOneGo());
    }

    @Test
    void anotherFingerprintOrShapeStartsAfresh() {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0, 1);
        }
        try (StackWriter out = format().open(labels(), "model 2")) {
            assertThat(out.finished().isEmpty()).isTrue();
            write(out, 0);
        }
        StackTarget wider =
                StackTarget.labels(path(), new VolumeShape(8, 5, 4, 1), VOXEL, List.of());
        try (StackWriter out = format().open(wider, "model 2")) {
            assertThat(out.finished().isEmpty()).isTrue();
        }
    }

    @Test
    void aSliceThatIsNoLongerWhatItWasIsWrittenAgain() throws IOException {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0, 1);
        }
        Path damaged = fileOfSlice(hidden("unfinished"), 1);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged, bytes);
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).containsExactly(0);
            write(out, 1, 2, 3);
            out.complete();
        }
        assertSame(tree(path()), inOneGo());
    }

    @Test
    void aTornLineOfTheJournalVouchesForNothing() throws IOException {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0, 1);
        }
        Path journal = hidden("journal");
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 3));
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).containsExactly(0);
            write(out, 1);
        }
        assertThat(journal).hasBinaryContent(whole);
        Files.writeString(journal, "2 nonsense\n9 ab\n", StandardOpenOption.APPEND);
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).containsExactly(0, 1);
        }
    }

    @Test
    void missingSlicesForbidCompletion() {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0, 1, 3);
            assertThatThrownBy(out::complete)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("3, must be 4");
            write(out, 2);
            out.complete();
        }
        assertThat(path()).exists();
    }

    @Test
    void whatWasThereStaysUntilTheNewOneIsComplete() throws IOException {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0, 1, 2, 3);
            out.complete();
        }
        Map<String, byte[]> before = tree(path());
        try (StackWriter out = format().open(labels(), "model 2")) {
            for (int z = 0; z < 4; z++) {
                out.write(z, new byte[SHAPE.plane()]);
            }
            assertSame(tree(path()), before);
            out.complete();
        }
        try (SliceSource stack = VolumeFiles.open(path())) {
            assertThat(stack.slice(1).pixels()).containsOnly(0);
        }
        assertThat(names()).containsExactly(path().getFileName().toString());
    }

    @Test
    void aDiscardedOutputLeavesNothing() throws IOException {
        StackWriter out = format().open(labels(), MODEL);
        write(out, 0);
        out.discard();
        assertThat(names()).isEmpty();
    }

    @Test
    void oneWriterAtATime() {
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0);
            assertThatThrownBy(() -> format().open(labels(), MODEL))
                    .isInstanceOf(NotWritable.class)
                    .hasMessageContaining("being written");
            write(out, 1);
        }
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).containsExactly(0, 1);
        }
    }

    @Test
    void aFullDiskIsNamedAndLeavesTheFinishedSlices() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        try (StackWriter out = format().open(labels(), MODEL)) {
            write(out, 0);
        }
        Path full = fillDisk(hidden("unfinished"), 1);
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThatThrownBy(() -> write(out, 1))
                    .isInstanceOf(NotWritable.class)
                    .hasMessageContaining(path().toString())
                    .hasMessageContaining("the disk is full");
        }
        emptyDisk(full);
        try (StackWriter out = format().open(labels(), MODEL)) {
            assertThat(out.finished().stream()).containsExactly(0);
            write(out, 1, 2, 3);
            out.complete();
        }
        assertSame(tree(path()), inOneGo());
    }

    void emptyDisk(Path full) throws IOException {
        Files.delete(full);
    }

    @Test
    void slicesAndSizesThatDoNotFitAreRefused() {
        try (StackWriter out = format().open(labels(), MODEL)) {
            byte[] slice = slice(0);
            assertThatThrownBy(() -> out.write(4, slice)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> out.write(-1, slice)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> out.write(0, new byte[34])).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> out.write(0, new float[36])).isInstanceOf(InvalidInput.class);
        }
    }
}
