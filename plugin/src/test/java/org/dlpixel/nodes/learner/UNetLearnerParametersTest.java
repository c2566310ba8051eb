package org.dlpixel.nodes.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Loss;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.settings.ClassWeights;
import org.dlpixel.core.train.settings.Objective;
import org.dlpixel.core.train.settings.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

class UNetLearnerParametersTest {

    private final UNetLearnerParameters parameters = new UNetLearnerParameters();

    @Test
    void theFieldsStartAsTheStandard() throws InvalidSettingsException {
        parameters.validate();
        UNetLearnerParameters standard = new UNetLearnerParameters();
        standard.m_preset = Choices.Settings.STANDARD;
        assertThat(parameters.network()).isEqualTo(UNetSettings.defaults());
        assertThat(parameters.network()).isEqualTo(standard.network());
        assertThat(parameters.training(parameters.network()))
                .isEqualTo(standard.training(standard.network()));
        assertThat(parameters.augmentation()).isEqualTo(standard.augmentation());
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aPresetReplacesAllButSeedThreadsAndTime(Preset preset) throws InvalidSettingsException {
        parameters.m_preset = Choices.Settings.valueOf(preset.name());
        parameters.m_depth = 2;
        parameters.m_epochs = 7;
        parameters.m_seed = 5;
        parameters.m_threads = 1;
        parameters.m_minutes = 3;
        parameters.validate();
        assertThat(parameters.network()).isEqualTo(preset.network());
        assertThat(parameters.training(parameters.network()))
                .isEqualTo(
                        preset.training()
                                .withSeed(5)
                                .withThreads(1)
                                .withBudget(budget -> budget.withMinutes(3)));
        assertThat(parameters.modelSpec().depth()).isEqualTo(preset.network().depth());
    }

    @Test
    void networkLossAndWeightsAreTheChosenOnes() throws InvalidSettingsException {
        parameters.m_network = Choices.Network.U_NET;
        parameters.m_loss = Choices.LossFunction.FOCAL;
        parameters.m_focus = 1.5;
        parameters.m_classWeights = Choices.Weighting.MANUAL;
        parameters.m_weights = " 1; 2.5 ,3e0";
        parameters.validate();
        assertThat(parameters.network().architecture()).isEqualTo(Architecture.U_NET);
        assertThat(parameters.training(parameters.network()).objective())
                .isEqualTo(
                        new Objective(
                                Loss.FOCAL, new ClassWeights.Manual(List.of(1., 2.5, 3.)), 1.5));
    }

    @ParameterizedTest
    @EnumSource(Choices.LossFunction.class)
    void everyLossOfTheDialogIsOne(Choices.LossFunction choice) {
        assertThat(choice.loss().name()).isEqualTo(choice.name());
        assertThat(Choices.LossFunction.values()).hasSameSizeAs(Loss.values());
    }

    @ParameterizedTest
    @EnumSource(Choices.Network.class)
    void everyNetworkOfTheDialogIsOne(Choices.Network choice) {
        assertThat(choice.architecture().name()).isEqualTo(choice.name());
        assertThat(Choices.Network.values()).hasSameSizeAs(Architecture.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,", "1,x", "0, 1", "1 2", "NaN, 1", "-1, 1"})
    void wrongWeightsAreNamed(String text) {
        parameters.m_classWeights = Choices.Weighting.MANUAL;
        parameters.m_weights = text;
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith("Illegal class weights: '" + text + "', must be numbers");
    }

    @Test
    void weightsThatAreNotUsedAreNotLookedAt() throws InvalidSettingsException {
        parameters.m_weights = "nonsense";
        parameters.validate();
    }

    @Test
    void aWrongFocusIsNamed() {
        parameters.m_focus = 11;
        assertThatThrownBy(parameters::validate)
                .hasMessage("Illegal gamma of the focal loss: 11.0, must be between 0 and 10.");
    }
}
