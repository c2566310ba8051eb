package org.dlpixel.nodes.augmenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.augment.geometry.Flip;
import org.dlpixel.core.augment.geometry.Interpolation;
import org.dlpixel.core.augment.geometry.Rotate90;
import org.dlpixel.core.augment.geometry.SizedCrop;
import org.dlpixel.core.augment.intensity.BrightnessContrast;
import org.dlpixel.core.augment.intensity.Gamma;
import org.dlpixel.executor.settings.ParametersStore;
import org.dlpixel.nodes.variation.OperationParameters;
import org.dlpixel.nodes.variation.Variation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class PatchAugmenterParametersTest {

    /** As the node stored them before there were presets. */
    private static NodeSettings older() {
        NodeSettings old = new NodeSettings("model");
        old.addString("imageColumn", "raw");
        old.addString("labelColumn", "painted");
        old.addInt("patchesPerRegion", 4);
        old.addInt("patchSize", 32);
        old.addInt("seed", 7);
        old.addBoolean("flip", true);
        old.addBoolean("rotate90", true);
        old.addBoolean("sizedCrop", true);
        old.addDouble("sizeFactor", 1.5);
        old.addBoolean("brightnessContrast", true);
        old.addDouble("contrast", 0.3);
        old.addDouble("brightness", 0.1);
        old.addBoolean("gamma", true);
        old.addDouble("gammaRange", 0.4);
        return old;
    }

    private static PatchAugmenterParameters load(NodeSettings settings)
            throws InvalidSettingsException {
        return ParametersStore.load(PatchAugmenterParameters.class, settings);
    }

    @Test
    void olderSettingsKeepTheirMeaning() throws InvalidSettingsException {
        PatchAugmenterParameters loaded = load(older());

        assertThat(loaded.m_preset).isEqualTo(Variation.CUSTOM);
        assertThat(loaded.m_seed).isEqualTo(7);
        assertThat(loaded.m_placement).isEqualTo(PatchAugmenterParameters.Placement.STRATIFIED);
        assertThat(loaded.settings().interpolation()).isEqualTo(Interpolation.LINEAR);
        assertThat(loaded.settings().augmentations())
                .isEqualTo(
                        List.of(
                                new Flip(0.5, 0.5),
                                new Rotate90(0.5),
                                new SizedCrop(0.5, 1.5),
                                new BrightnessContrast(0.8, 0.3, 0.1, false),
                                new Gamma(0.8, 0.4)));
    }

    @Test
    void olderSettingsKeepWhatIsSwitchedOff() throws InvalidSettingsException {
        NodeSettings old = older();
        for (String key : List.of("flip", "rotate90", "sizedCrop", "brightnessContrast", "gamma")) {
            old.addBoolean(key, false);
        }
        assertThat(load(old).settings().augmentations()).isEmpty();
    }

    @Test
    void whatIsStoredAgainIsTheNewForm() throws InvalidSettingsException {
        NodeSettings stored = ParametersStore.save(load(older()));

        assertThat(stored.keySet()).contains("preset", "operations").doesNotContain("flip");
        PatchAugmenterParameters again = load(stored);
        assertThat(again.settings()).isEqualTo(load(older()).settings());
    }

    @Test
    void aNewNodeHasTheStandardAndCustomBeginsWithItsOperations() {
        PatchAugmenterParameters fresh = new PatchAugmenterParameters();

        assertThat(fresh.m_preset).isEqualTo(Variation.STANDARD);
        assertThat(new OperationParameters().settings().augmentations())
                .containsExactlyInAnyOrderElementsOf(AugmentationSettings.STANDARD.augmentations());
    }

    @ParameterizedTest
    @EnumSource(Variation.class)
    void everyVariationIsOfItsName(Variation variation) {
        AugmentationSettings settings = variation.settings(new OperationParameters());
        if (variation != Variation.CUSTOM) {
            assertThat(AugmentationSettings.presets()).contains(settings);
        }
    }

    @Test
    void everyPresetCanBeChosen() {
        assertThat(Variation.values()).hasSize(AugmentationSettings.presets().size() + 1);
    }

    @Test
    void aFolderNeedsPatches() {
        PatchAugmenterParameters parameters = new PatchAugmenterParameters();
        parameters.m_patchesPerRegion = 0;
        assertThat(parameters.folder()).isEmpty();
        parameters.m_folder = "/data/patches";
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("patches per region: 0");
    }
}
