package org.dlpixel.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dlpixel.nodes.modelreader.UNetModelReaderNodeFactory;
import org.dlpixel.nodes.modelwriter.UNetModelWriterNodeFactory;
import org.dlpixel.nodes.writer.SegmentationWriterNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is written as a package and read again. */
class ModelPackageTest {

    private static final int PHANTOM = 1;
    private static final int MODEL = 2;
    private static final int PREDICTOR = 3;
    private static final int WRITER = 4;
    private static final int MODEL_WRITER = 5;

    @TempDir Path folder;

    private Flow learning() {
        return new Flow()
                .phantom(PHANTOM)
                .tinyLearner(MODEL, Map.of("epochs", 1))
                .connect(PHANTOM, 2, MODEL, 1);
    }

    /** Writes the model that node MODEL gives. */
    private static Flow writing(Flow flow, Map<String, ?> settings) {
        return flow.node(MODEL_WRITER, UNetModelWriterNodeFactory.class, settings)
                .connect(MODEL, 1, MODEL_WRITER, 1);
    }

    private static Map<String, ?> settings(Path path) {
        return Map.of("path", path.toString(), "name", "Tiny vessels", "authors", "Jane Doe");
    }

    private static Flow reading(Path file) {
        return new Flow()
                .phantom(PHANTOM)
                .node(MODEL, UNetModelReaderNodeFactory.class, Map.of("path", file.toString()));
    }

    /** Segments the phantom with the model that node MODEL gives. */
    private Flow segmenting(Flow flow, String target) {
        return flow.predictor(PREDICTOR, Map.of())
                .node(
                        WRITER,
                        SegmentationWriterNodeFactory.class,
                        Map.of("folder", folder.resolve(target).toString()))
                .connect(MODEL, 1, PREDICTOR, 1)
                .connect(PHANTOM, 1, PREDICTOR, 2)
                .connect(PREDICTOR, 1, WRITER, 1);
    }

    private Run run(Flow flow, String name) {
        return flow.run(folder.resolve(name));
    }

    private byte[] segmentation(String target) throws IOException {
        return Files.readAllBytes(folder.resolve(target).resolve("segmentation.tif"));
    }

    @Test
    void aModelThatIsReadSegmentsAsTheOneThatWasWritten() throws IOException {
        Path file = folder.resolve("made/model.zip");
        Run first = run(segmenting(writing(learning(), settings(file)), "before"), "first");
        first.assertOk();
        Run second = run(segmenting(reading(file), "after"), "second");
        second.assertOk();

        assertThat(segmentation("after")).isEqualTo(segmentation("before"));
        assertThat(file.getParent()).isDirectoryContaining("glob:**.zip");
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    /** What another program knows of a package: the description without our part, TorchScript. */
    @Test
    void aPackageOfAnotherProgramSegmentsAndIsWrittenAsItIs() throws IOException {
        Path own = folder.resolve("own.zip");
        Run first = run(segmenting(writing(learning(), settings(own)), "before"), "first");
        first.assertOk();
        Map<String, byte[]> files = files(own);
        String rdf = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
        files.put("rdf.yaml", rdf.replace("dlpixel:", "other:").getBytes(StandardCharsets.UTF_8));
        Path foreign = zip(folder.resolve("foreign.zip"), files);
        Path copy = folder.resolve("copy.zip");
        Run second = run(writing(segmenting(reading(foreign), "after"), settings(copy)), "second");

        second.assertOk();
        assertThat(folder.resolve("after/segmentation.tif")).isNotEmptyFile();
        assertThat(copy).hasSameBinaryContentAs(foreign);
        assertThat(second.text()).contains("Another program made the model");
    }

    @Test
    void weightsUnderMonaisNamesBecomeTheSameModel() throws IOException {
        Path own = folder.resolve("own.zip");
        Run first = run(segmenting(writing(learning(), settings(own)), "before"), "first");
        first.assertOk();
        Path weights = folder.resolve("weights.safetensors");
        Files.write(weights, files(own).get("state_dict.safetensors"));
        Run second = run(segmenting(reading(weights), "after"), "second");

        second.assertOk();
        assertThat(segmentation("after")).isEqualTo(segmentation("before"));
    }

    private static Map<String, byte[]> files(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Path zip(Path target, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return target;
    }

    @Test
    void theExampleSavesLoadsAndUsesAModel() {
        Example example = Example.modelPackage(folder.resolve("example"));
        Run run = example.run();

        run.assertOk();
        assertThat(example.output().resolve("model.zip")).isNotEmptyFile();
        assertThat(run.started("Segmentation Scorer")).isTrue();
    }

    @Test
    void inAFolderTheFileIsNamedAfterTheModel() {
        Run run = run(writing(learning(), settings(folder.resolve("models"))), "flow");

        run.assertOk();
        assertThat(folder.resolve("models").toFile().list()).containsExactly("Tiny_vessels.zip");
    }

    @Test
    void damagedPackagesAreRefusedWithTheReason() throws IOException {
        Path file = folder.resolve("model.zip");
        Run first = run(writing(learning(), settings(file)), "first");
        first.assertOk();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Run cut = run(segmenting(reading(file), "cut"), "cut-flow");
        Files.writeString(file, "no zip", StandardCharsets.UTF_8);
        Run none = run(segmenting(reading(file), "none"), "none-flow");

        for (Run run : List.of(cut, none)) {
            assertThat(run.code()).as(run.text()).isNotZero();
            assertThat(run.text()).contains("model.zip: it is no zip or damaged");
        }
        assertThat(folder.resolve("cut")).doesNotExist();
    }

    @Test
    void aMissingPackageIsNamed() {
        Run run = run(segmenting(reading(folder.resolve("none.zip")), "out"), "flow");

        assertThat(run.code()).as(run.text()).isNotZero();
        assertThat(run.text()).contains("none.zip");
    }

    @Test
    void aFileInTheWayOfTheFolderIsFoundBeforeTheTraining() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Run run = run(writing(learning(), settings(file.resolve("model.zip"))), "flow");

        assertThat(run.code()).as(run.text()).isNotZero();
        assertThat(run.text()).contains(file + " is a file");
    }

    @Test
    void settingsThatNobodyCanFillInAreAskedFor() {
        Path file = folder.resolve("model.zip");
        for (Map<String, ?> settings :
                List.of(
                        Map.of("path", file.toString()),
                        Map.of("path", "", "authors", "Jane Doe"),
                        Map.of("path", file.toString(), "authors", "Jane", "name", "a:b/c"))) {
            Run run = run(writing(learning(), settings), "flow" + settings.hashCode());

            assertThat(run.code()).as(run.text()).isNotZero();
            assertThat(run.text()).containsPattern("Illegal (authors|path|name)");
        }
        assertThat(file).doesNotExist();
    }
}
