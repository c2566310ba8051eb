package org.dlpixel.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.train.patches.Pace;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingStoryTest {

    @Test
    void theModelTellsWhatDecidedOnIt() {
        TrainingResult result = Small.train(Small.SETTINGS);
        Map<String, String> history = result.model().metadata().history();
        assertThat(history)
                .containsEntry("portions", "6 epochs of 12 patches, 32 x 32 pixels, 4 per step")
                .containsEntry("threads", "1")
                .containsEntry("ending", "all epochs done")
                .containsEntry(
                        "held-out regions",
                        "2: scene, slice 45, ROI 0,0,45,37; scene, slice 30, ROI 0,0,30,25");
        assertThat(history.get("optimiser"))
                .startsWith("AdamW, learning rate 0.002 cosine")
                .endsWith("average of weights 0.99");
        assertThat(history.get("loss by epoch").split(" ")).hasSize(6);
        assertThat(history.get("validation Dice by epoch").split(" ")).hasSize(6);
        assertThat(history.get("95 % confidence of Dice by class"))
                .matches("\\d\\.\\d{4}\\.\\.\\d\\.\\d{4}, \\d\\.\\d{4}\\.\\.\\d\\.\\d{4}");
        Map<String, String> provenance = result.model().metadata().provenance();
        assertThat(provenance).containsKey("extension");
        assertThat(provenance.get("engine")).matches("libtorch \\d+\\.\\d+\\.\\d+.*");
        assertThat(provenance.get("DJL")).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(provenance.get("labels (SHA-256)")).isEqualTo(Hash.ofLabels(Small.REGIONS));
    }

    @Test
    void theVersionIsThatOfOurManifestAmongOthers(@TempDir Path folder) throws IOException {
        URL[] urls = new URL[2];
        for (int i = 0; i < 2; i++) {
            Path root = folder.resolve("part" + i);
            Path manifest = root.resolve("META-INF").resolve("MANIFEST.MF");
            Files.createDirectories(manifest.getParent());
            String name = i == 0 ? "another.plugin" : "org.dlpixel.plugin;singleton:=true";
            Files.writeString(
                    manifest,
                    "Manifest-Version: 1.0\nBundle-SymbolicName: "
                            + name
                            + "\nBundle-Version: 1.2."
                            + i
                            + "\n");
            urls[i] = root.toUri().toURL();
        }
        try (URLClassLoader both = new URLClassLoader(urls, null);
                URLClassLoader other = new URLClassLoader(new URL[] {urls[0]}, null)) {
            assertThat(ExtensionVersion.text(both)).isEqualTo("1.2.1");
            assertThat(ExtensionVersion.text(other)).isEqualTo("unknown");
        }
    }

    @Test
    void mixedPrecisionIsCheckedInFloat32AndTold() {
        TrainingSettings mixed =
                Small.SETTINGS.withExecution(Execution.onCpu(1).withPrecision(Precision.BFLOAT16));
        Map<String, String> history =
                Small.train(mixed.withPortions(p -> p.withEpochs(1))).model().metadata().history();
        assertThat(history)
                .containsEntry("device", "cpu")
                .containsEntry("precision", "mixed, bfloat16");
        assertThat(history.get("pixels of another class in float32")).matches("\\d+\\.\\d{3} %");
        assertThat(history.get("epochs")).isEqualTo("1");
    }

    @Test
    void paceTellsHowLongStepsWaitedForPatches() {
        Pace pace = Small.train(Small.SETTINGS).history().pace();
        assertThat(pace.waiting()).isBetween(0., pace.seconds());
        assertThat(pace.waitingShare()).isBetween(0., 1.);
        assertThat(pace.patchesPerSecond()).isEqualTo(72 / pace.seconds());
        assertThat(new Pace(0, 0, 0).waitingShare()).isZero();
    }

    @Test
    void theHashOfLabelsIsThatOfTheirPlacesAndValuesAlone() {
        List<LabelledRegion> reversed = new ArrayList<>(Small.REGIONS);
        Collections.reverse(reversed);
        String hash = Hash.ofLabels(Small.REGIONS);
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(Hash.ofLabels(reversed));
        LabelMask mask = Small.REGIONS.get(0).labels();
        byte[] other = mask.classes().clone();
        other[7] = (byte) (other[7] == 0 ? 1 : 0);
        reversed.set(
                3, Small.REGIONS.get(0).with(new LabelMask(mask.width(), mask.height(), other)));
        assertThat(Hash.ofLabels(reversed)).isNotEqualTo(hash);
        reversed.set(3, Scenes.inSliceOfItsSize(Small.REGIONS.get(0)));
        assertThat(Hash.ofLabels(reversed)).isNotEqualTo(hash);
    }

    /** printf "\0\0\0\2ab" | sha256sum. */
    @Test
    void theHashIsSha256OfLengthAndBytes() {
        assertThat(new Hash().add("ab").hex())
                .isEqualTo("d2f295bb8c9d190af78252b52741eb32ccfbe1fc59942d13af20a763f619670e");
    }
}
