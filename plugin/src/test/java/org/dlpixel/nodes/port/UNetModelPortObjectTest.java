package org.dlpixel.nodes.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ForeignModel;
import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.core.network.bioimage.ForeignZips;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.StoredPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionContext;

class UNetModelPortObjectTest {

    private static final UNetModelSpec SPEC = new UNetModelSpec("residual-unet", 2);

    @TempDir Path folder;

    private NodeStorage storage;
    private ExecutionContext exec;

    @BeforeEach
    void openStorage() {
        storage = new NodeStorage(folder, "node");
        exec = SharedSecrets.contexts().create(storage, ProgressSink.SILENT);
    }

    private static PixelModel model(long seed) {
        UNetSettings network =
                UNetSettings.defaults().withDepth(2).withBaseFeatures(2).withClasses(3);
        ModelMetadata metadata =
                new ModelMetadata(
                        network,
                        new ClassList(List.of("Hintergrund", "Gefäß", "Zelle")),
                        Normalization.defaults(),
                        64,
                        seed,
                        Map.of("epochs", "3"),
                        Map.of("engine", "libtorch"));
        return new PixelModel(metadata, Weights.random(network, seed));
    }

    @Test
    void aModelIsTheSameAfterItWasSavedAndLoaded() throws Exception {
        StoredPort stored =
                SharedSecrets.ports()
                        .store(UNetModelPortObject.create(model(7), SPEC, exec), storage);

        UNetModelPortObject loaded = (UNetModelPortObject) stored.load();

        assertThat(loaded.model()).isEqualTo(model(7));
        assertThat(loaded.getSpec()).isEqualTo(SPEC);
        assertThat(loaded.getSummary())
                .isEqualTo(stored.summary())
                .contains("depth 2", "Hintergrund, Gefäß, Zelle");
        assertThat(loaded.getViews()).isEmpty();
    }

    @Test
    void whatIsStoredIsABioimagePackage() throws Exception {
        SharedSecrets.ports().store(UNetModelPortObject.create(model(7), SPEC, exec), storage);

        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.endsWith("model")).toList();
        }
        assertThat(files).hasSize(1);
        assertThat(BioimageModel.read(files.get(0))).isEqualTo(model(7));
    }

    @Test
    void aPackageOfAnotherProgramIsStoredUnchanged() throws Exception {
        Path file = ForeignZips.copy(ForeignZips.SCRIPTED, folder);
        ModelInfo info = BioimageModel.readInfo(file);
        StoredPort stored =
                SharedSecrets.ports().store(UNetModelPortObject.create(file, info, exec), storage);

        UNetModelPortObject loaded = (UNetModelPortObject) stored.load();

        assertThat(loaded.info()).isEqualTo(info);
        assertThat(loaded.getSpec()).isEqualTo(UNetModelSpec.of(info));
        assertThat(loaded.getSummary()).contains("Scripted cells", "background, wall, nucleus");
        loaded.copyTo(folder.resolve("again.zip"));
        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(file);
        assertThat(loaded.sliceModel()).isInstanceOf(ForeignModel.class);
        assertThatThrownBy(loaded::model).isInstanceOf(Unreadable.class);
    }

    @Test
    void everyConsumerReadsTheModelForItself() throws Exception {
        StoredPort stored =
                SharedSecrets.ports()
                        .store(UNetModelPortObject.create(model(7), SPEC, exec), storage);

        UNetModelPortObject first = (UNetModelPortObject) stored.load();
        UNetModelPortObject second = (UNetModelPortObject) stored.load();

        assertThat(first).isNotSameAs(second);
        assertThat(first.model()).isEqualTo(second.model());
    }

    @Test
    void theSpecIsTheSameAfterItWasSavedAndLoaded() throws Exception {
        UNetModelSpec copy = (UNetModelSpec) SharedSecrets.ports().copy(SPEC);

        assertThat(copy).isEqualTo(SPEC).isNotSameAs(SPEC);
        assertThat(copy.architecture()).isEqualTo("residual-unet");
        assertThat(copy.depth()).isEqualTo(2);
        assertThat(copy).isNotEqualTo(new UNetModelSpec("residual-unet", 3));
    }
}
