package org.dlpixel.core.network.bioimage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;

/** Small models, the packages that we write of them, and changed copies of these. */
final class OwnPackages {

    static final String RDF = "rdf.yaml";
    static final String STATE = "state_dict.safetensors";
    static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(2).withClasses(3);

    private OwnPackages() {}

    static PixelModel model(UNetSettings network, Normalization normalization) {
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        new ClassList(List.of("background", "class", "cell wall: \"ä\"")),
                        normalization,
                        64,
                        Long.MAX_VALUE,
                        Map.of("epochs", "3", "loss", "0.1"),
                        Map.of("engine", "yes\nno # {"));
        return new PixelModel(metadata, Weights.random(network, 1));
    }

    static PixelModel model() {
        return model(SMALL, Normalization.defaults());
    }

    /** With neighbouring slices, and scores that are corrected. */
    static PixelModel seeingNeighbours() {
        UNetSettings network = SMALL.withInputChannels(6);
        ModelMetadata plain = model(network, Normalization.defaults()).metadata();
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        plain.classes(),
                        plain.normalization(),
                        new SliceContext(1),
                        new Correction(1.7, List.of(1.0 / 3, -1e-20, 0.)),
                        plain.patchSize(),
                        plain.seed(),
                        plain.history(),
                        plain.provenance());
        return new PixelModel(metadata, Weights.random(network, 1));
    }

    static PackageDescription description(Optional<Instant> time) {
        return new PackageDescription(
                "Vessels (test)",
                "Vessels: light sheet",
                Author.parse("Jane Doe (Institute of Tests); John Roe"),
                Optional.of("CC-BY-4.0"),
                time);
    }

    /** Writes a model as model.zip. */
    static Path write(PixelModel model, Path folder) {
        Path file = folder.resolve("model.zip");
        BioimageModel.write(model, description(Optional.empty()), file);
        return file;
    }

    /** The files of a package by name. */
    static Map<String, byte[]> files(Path file) throws IOException {
        return ForeignZips.files(Files.newInputStream(file));
    }

    static String rdf(Path file) throws IOException {
        return new String(files(file).get(RDF), StandardCharsets.UTF_8);
    }

    static Path changed(Path file, String name, String content) throws IOException {
        return changed(file, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of a package beside it, with one of its files changed. */
    static Path changed(Path file, String name, byte[] content) throws IOException {
        Map<String, byte[]> files = files(file);
        files.put(name, content);
        return ForeignZips.write(file.resolveSibling("changed.zip"), files);
    }
}
