package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dlpixel.core.network.bioimage.OwnPackages.RDF;
import static org.dlpixel.core.network.bioimage.OwnPackages.SMALL;
import static org.dlpixel.core.network.bioimage.OwnPackages.changed;
import static org.dlpixel.core.network.bioimage.OwnPackages.description;
import static org.dlpixel.core.network.bioimage.OwnPackages.files;
import static org.dlpixel.core.network.bioimage.OwnPackages.model;
import static org.dlpixel.core.network.bioimage.OwnPackages.rdf;
import static org.dlpixel.core.network.bioimage.OwnPackages.seeingNeighbours;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.ForeignModel;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.PixelNetwork;
import org.dlpixel.core.network.SliceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BioimageModelTest {

    @TempDir private Path folder;

    private Path written(PixelModel model) {
        return OwnPackages.write(model, folder);
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        assertThat(BioimageModel.read(written(model()))).isEqualTo(model());
        assertThat(BioimageModel.readInfo(folder.resolve("model.zip")))
                .isEqualTo(model().metadata());
        PixelModel other =
                model(SMALL.withArchitecture(Architecture.U_NET), Normalization.defaults());
        assertThat(BioimageModel.read(written(other))).isEqualTo(other);
        for (Normalization normalization :
                List.of(
                        Normalization.perSlice(),
                        Normalization.fixed(IntensityRange.UNIT),
                        Normalization.fixed(new IntensityRange(1.0 / 3, 1e20)))) {
            PixelModel model = model(SMALL.withInputChannels(2), normalization);
            assertThat(BioimageModel.read(written(model))).isEqualTo(model);
        }
        assertThat(BioimageModel.read(written(seeingNeighbours()))).isEqualTo(seeingNeighbours());
        assertThat(folder.toFile().list()).containsExactly("model.zip");
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        byte[] first = Files.readAllBytes(written(model()));
        assertThat(Files.readAllBytes(written(model()))).isEqualTo(first);
    }

    @Test
    void theTestOutputIsWhatTheModelMakesOfTheTestInput() throws IOException {
        PixelModel plain = model(SMALL, Normalization.fixed(new IntensityRange(50, 800)));
        Correction correction = new Correction(2, List.of(0.5, 0., -0.5));
        PixelModel model =
                new PixelModel(plain.metadata().withCorrection(correction), plain.weights());
        Map<String, byte[]> files = files(written(model));
        int side = Tensors.minimum(model.metadata());
        float[] input = npy(files.get("test_input.npy"), "(1, 1, " + side + ", " + side);
        float[] output = npy(files.get("test_output.npy"), "(1, 3, " + side + ", " + side);
        for (int i = 0; i < input.length; i++) {
            input[i] = Math.min(1, Math.max(0, (input[i] - 50) / 750));
        }
        try (Network network = model.open(1)) {
            float[] expected = network.probabilities(input, 1, side, side);
            assertThat(output).hasSize(expected.length).containsExactly(expected, within(1e-4f));
        }
        try (Network network = plain.open(1)) {
            float[] uncorrected = network.probabilities(input, 1, side, side);
            assertThat(Math.abs(uncorrected[0] - output[0])).isGreaterThan(1e-2f);
        }
        assertThat(output[0] + output[side * side] + output[2 * side * side])
                .isCloseTo(1f, within(1e-5f));
    }

    /** Other programs know nothing of our part of the description. */
    @Test
    void aForeignReaderPredictsTheSameFromTheDescriptionAndTheTorchScript() throws IOException {
        for (PixelModel own :
                List.of(
                        seeingNeighbours(),
                        model(SMALL, Normalization.fixed(new IntensityRange(50, 800))))) {
            Path file = written(own);
            Path anonymous = changed(file, RDF, rdf(file).replace("dlpixel:", "other:"));
            SliceModel foreign = BioimageModel.readAny(anonymous);
            assertThat(foreign).isInstanceOf(ForeignModel.class);
            assertThat(foreign.metadata().imageChannels())
                    .isEqualTo(own.metadata().network().inputChannels());
            assertThat(foreign.metadata().classes().size()).isEqualTo(3);
            TestTensors test = TestTensors.of(own, Tensors.minimum(own.metadata()));
            float[] image = test.input().clone();
            foreign.prepare(image, Optional.empty());
            try (PixelNetwork network = foreign.open(1)) {
                assertThat(network.probabilities(image, 1, test.size(), test.size()))
                        .containsExactly(test.output(), within(1e-5f));
            }
        }
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws IOException {
        Files.createFile(folder.resolve("file"));
        assertThatThrownBy(
                        () ->
                                BioimageModel.write(
                                        model(),
                                        description(Optional.empty()),
                                        folder.resolve("file/model.zip")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining("file: a file is in its way");
    }

    private static float[] npy(byte[] file, String shape) {
        int header = 10 + file[8] + file[9] * 256;
        assertThat(header % 64).isZero();
        assertThat(new String(file, 10, header - 10, StandardCharsets.US_ASCII)).contains(shape);
        float[] values = new float[(file.length - header) / Float.BYTES];
        ByteBuffer.wrap(file, header, file.length - header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
