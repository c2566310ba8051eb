package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.dlpixel.core.golden.Npz;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDictFileTest {

    private static final UNetSettings SMALL =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(2).withDropout(0);

    @TempDir private Path folder;

    /** All of MONAI's state_dict as safetensors.torch.save_file writes it, counters included. */
    private StateDictFile monai(String prefix) throws IOException {
        Npz golden = Npz.load("/golden/monai_unet.npz");
        Map<String, float[]> state = new LinkedHashMap<>();
        Map<String, String> shapes = new LinkedHashMap<>();
        golden.all()
                .forEach(
                        (key, values) -> {
                            if (key.startsWith("model")) {
                                String name = prefix + key.replace('/', '.');
                                state.put(name, values);
                                shapes.put(name, Arrays.toString(golden.shape(key)));
                            }
                        });
        return file(state, shapes);
    }

    private StateDictFile file(Map<String, float[]> state, Map<String, String> shapes)
            throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        StringBuilder header = new StringBuilder("{\"__metadata__\": {\"format\": \"pt\"}");
        for (Map.Entry<String, float[]> tensor : state.entrySet()) {
            boolean counter = tensor.getKey().endsWith("num_batches_tracked");
            int from = data.size();
            ByteBuffer bytes =
                    ByteBuffer.allocate(counter ? Long.BYTES : tensor.getValue().length * 4)
                            .order(ByteOrder.LITTLE_ENDIAN);
            if (!counter) {
                bytes.asFloatBuffer().put(tensor.getValue());
            }
            data.write(bytes.array());
            header.append(", \"" + tensor.getKey() + "\": {\"dtype\": ")
                    .append(counter ? "\"I64\"" : "\"F32\"")
                    .append(", \"shape\": " + shapes.get(tensor.getKey()))
                    .append(", \"data_offsets\": [" + from + ", " + data.size() + "]}");
        }
        byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        return written(
                ByteBuffer.allocate(Long.BYTES + text.length + data.size())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(text.length)
                        .put(text)
                        .put(data.toByteArray())
                        .array());
    }

    private StateDictFile written(byte[] bytes) throws IOException {
        return new StateDictFile(Files.write(folder.resolve("net.safetensors"), bytes));
    }

    @Test
    void weightsOfMonaiGiveTheLogitsOfMonai() throws IOException {
        Npz golden = Npz.load("/golden/monai_unet.npz");
        for (String prefix : List.of("", "module.", "net._model.")) {
            StateDictFile file = monai(prefix);
            assertThat(file.settings()).isEqualTo(SMALL.withBaseFeatures(8).withClasses(3));
            PixelModel model = file.read(List.of(), Normalization.perSlice());
            assertThat(model.metadata().classes()).isEqualTo(ClassList.numbered(3));
            assertThat(model.metadata().normalization()).isEqualTo(Normalization.perSlice());
            try (Network network = model.open(1)) {
                assertThat(network.logits(golden.get("x"), 1, 32, 48))
                        .containsExactly(golden.get("logits"), Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void theNetworkFollowsFromTheShapes() throws IOException {
        for (UNetSettings settings :
                List.of(
                        SMALL,
                        SMALL.withDepth(6).withResidualUnits(1).withClasses(5),
                        SMALL.withDepth(4).withResidualUnits(4).withInputChannels(3),
                        SMALL.withArchitecture(Architecture.U_NET).withDepth(3),
                        SMALL.withArchitecture(Architecture.U_NET).withBaseFeatures(32))) {
            Weights weights = Weights.random(settings, 5);
            StateDictFile file = written(Safetensors.write(weights));
            UNetSettings found = file.settings();
            assertThat(Weights.tensorsOf(found)).isEqualTo(Weights.tensorsOf(settings));
            assertThat(found.architecture()).isEqualTo(settings.architecture());
            assertThat(found.depth()).isEqualTo(settings.depth());
            assertThat(file.read(List.of(), Normalization.defaults()).weights()).isEqualTo(weights);
        }
    }

    @Test
    void classNamesAreThoseThatAreGiven() throws IOException {
        StateDictFile file = monai("");
        assertThat(
                        file.read(List.of("none", "wall", "cell"), Normalization.defaults())
                                .metadata()
                                .classes()
                                .names())
                .containsExactly("none", "wall", "cell");
        assertThatThrownBy(() -> file.read(List.of("a", "b"), Normalization.defaults()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("class names: 2");
    }

    @Test
    void otherNetworksAreRefusedWithTheReason() throws IOException {
        UNetSettings group = SMALL.withNorm(Norm.GROUP);
        StateDictFile normed = written(Safetensors.write(Weights.random(group, 1)));
        assertUnreadable(normed, "no batch norm");

        Map<String, float[]> state = Weights.random(SMALL, 1).toState();
        Map<String, String> shapes =
                Weights.tensorsOf(SMALL).stream()
                        .collect(Collectors.toMap(s -> s.key(), s -> s.shape().toString()));
        state.put("model.0.conv.unit0.adn.A.weight", new float[1]);
        shapes.put("model.0.conv.unit0.adn.A.weight", "[1]");
        assertUnreadable(file(state, shapes), "PReLU");
        state.remove("model.0.conv.unit0.adn.A.weight");
        state.put("model.9.weight", new float[1]);
        shapes.put("model.9.weight", "[1]");
        assertUnreadable(file(state, shapes), "other sizes");
        assertUnreadable(file(Map.of("a", new float[1]), Map.of("a", "[1]")), "first layer");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] whole = Safetensors.write(Weights.random(SMALL, 1));
        for (int length : new int[] {0, 7, 8, 100}) {
            assertUnreadable(written(Arrays.copyOf(whole, length)), "header is cut off");
        }
        StateDictFile cut = written(Arrays.copyOf(whole, whole.length - 4));
        assertThat(cut.settings()).isEqualTo(SMALL);
        assertThatThrownBy(() -> cut.read(List.of(), Normalization.defaults()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("net.safetensors");
        byte[] huge = whole.clone();
        huge[6] = 1;
        assertUnreadable(written(huge), "header is cut off");
        assertUnreadable(new StateDictFile(folder.resolve("none.safetensors")), "no such file");
    }

    private static void assertUnreadable(StateDictFile file, String message) {
        assertThatThrownBy(file::settings)
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message)
                .hasMessageContaining(".safetensors");
    }
}
