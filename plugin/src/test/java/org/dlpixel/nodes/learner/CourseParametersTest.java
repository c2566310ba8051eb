package org.dlpixel.nodes.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.train.Checkpoints;
import org.dlpixel.core.train.course.CourseSettings;
import org.dlpixel.core.train.course.Priors;
import org.dlpixel.core.train.course.SelfTrainingSettings;
import org.dlpixel.core.train.course.SelfTrainingSettings.Teaching;
import org.dlpixel.core.train.validation.AsGiven;
import org.dlpixel.core.train.validation.Automatic;
import org.dlpixel.core.train.validation.GroupFolds;
import org.dlpixel.core.train.validation.HoldOut;
import org.dlpixel.core.train.validation.SpatialSplit;
import org.dlpixel.core.train.validation.TrainOnAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

/** Validation, the unlabelled rest, checkpoints: what the dialog makes of them. */
class CourseParametersTest {

    private final UNetLearnerParameters parameters = new UNetLearnerParameters();

    @TempDir Path folder;

    private CourseSettings course() {
        return parameters.startCourse(parameters.network());
    }

    private Class<?> plan(CourseParameters.Validation validation) {
        parameters.m_course.m_validation = validation;
        return course().plan().getClass();
    }

    @Test
    void everyValidationIsThatPlan() {
        assertThat(plan(CourseParameters.Validation.AUTOMATIC)).isEqualTo(Automatic.class);
        assertThat(plan(CourseParameters.Validation.SPLIT)).isEqualTo(AsGiven.class);
        assertThat(plan(CourseParameters.Validation.FOLDS)).isEqualTo(GroupFolds.class);
        assertThat(plan(CourseParameters.Validation.HOLD_OUT)).isEqualTo(HoldOut.class);
        assertThat(plan(CourseParameters.Validation.SPATIAL)).isEqualTo(SpatialSplit.class);
        assertThat(plan(CourseParameters.Validation.NONE)).isEqualTo(TrainOnAll.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Choices.Settings.class,
            names = {"FAST", "ORIGINAL"})
    void quickPresetsTrainOneNetwork(Choices.Settings preset) {
        parameters.m_preset = preset;
        parameters.m_course.m_validation = CourseParameters.Validation.FOLDS;
        assertThat(course().plan()).isInstanceOf(HoldOut.class);
        assertThat(course().selfTraining()).isEmpty();
        assertThat(course().priors()).isEqualTo(new Priors.AsLabelled());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, 101})
    void aWrongNumberOfFoldsIsNamed(int folds) {
        parameters.m_course.m_folds = folds;
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("Illegal number of folds: " + folds + ", must be between 2 and 100.");
    }

    @Test
    void patienceIsPartOfTheBudget() throws InvalidSettingsException {
        parameters.m_patience = 5;
        parameters.validate();
        assertThat(parameters.training(parameters.network()).budget().patience()).isEqualTo(5);
        parameters.m_patience = -1;
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("patience in epochs: -1");
    }

    @Test
    void theNetworkIsNormalisedAndAveragedAsChosen() {
        parameters.m_norm = Choices.FeatureNorm.GROUP;
        parameters.m_averaging = false;
        assertThat(parameters.network().norm()).isEqualTo(Norm.GROUP);
        assertThat(parameters.training(parameters.network()).optimiser().isAveraging()).isFalse();
        assertThat(Choices.FeatureNorm.values()).hasSameSizeAs(Norm.values());
    }

    @Test
    void teachersAreTheChosenOnes() {
        assertThat(course().selfTraining()).contains(SelfTrainingSettings.defaults());
        for (Teaching teaching : Teaching.values()) {
            parameters.m_course.m_teachers = CourseParameters.Teachers.valueOf(teaching.name());
            assertThat(course().selfTraining().orElseThrow().teaching()).isEqualTo(teaching);
        }
        parameters.m_course.m_teachers = CourseParameters.Teachers.OFF;
        assertThat(course().selfTraining()).isEmpty();
    }

    @Test
    void knownPriorsAreTheUsers() throws InvalidSettingsException {
        parameters.m_course.m_priors = CourseParameters.ClassPriors.KNOWN;
        parameters.m_course.m_shares = "0.7; 0.3";
        parameters.validate();
        assertThat(course().priors()).isEqualTo(new Priors.Given(List.of(0.7, 0.3)));
        assertThatThrownBy(() -> parameters.startCourse(parameters.network().withClasses(3)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Illegal number of class priors: 2, must be that of the classes, 3.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.5, 0.6", "1, 0", "a, b"})
    void wrongPriorsAreNamed(String shares) {
        parameters.m_course.m_priors = CourseParameters.ClassPriors.KNOWN;
        parameters.m_course.m_shares = shares;
        assertThatThrownBy(parameters::validate)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("class priors");
    }

    @Test
    void theCheckpointFolderIsMadeWhenTrainingStartsAndNotBefore() throws InvalidSettingsException {
        Path checkpoints = folder.resolve("new").resolve("checkpoints");
        parameters.m_checkpoints.m_folder = checkpoints.toString();
        parameters.validate();
        parameters.m_checkpoints.requirePlausible();
        assertThat(checkpoints).doesNotExist();
        assertThat(course().checkpoints()).contains(new Checkpoints(checkpoints, 1));
        assertThat(checkpoints).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayOfTheCheckpointFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        parameters.m_checkpoints.m_folder = file.resolve("checkpoints").toString();
        assertThatThrownBy(() -> parameters.m_checkpoints.requirePlausible())
                .hasMessageContainingAll("Cannot write into", file + " is a file");
    }
}
