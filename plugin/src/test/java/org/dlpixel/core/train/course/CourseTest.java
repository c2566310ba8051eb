package org.dlpixel.core.train.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.AugmentationSettings;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.course.SelfTrainingSettings.Teaching;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.data.TrainingVolume;
import org.dlpixel.core.train.settings.OptimiserSettings;
import org.dlpixel.core.train.settings.Portions;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.core.train.validation.GroupFolds;
import org.dlpixel.core.train.validation.Grouping;
import org.dlpixel.core.train.validation.HoldOut;
import org.dlpixel.core.train.validation.TrainOnAll;
import org.dlpixel.core.train.validation.ValidationPlan;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final int SLICES = 6;
    private static final SliceContext CONTEXT = new SliceContext(1);
    private static final UNetSettings NETWORK =
            UNetSettings.defaults().withDepth(2).withBaseFeatures(4).withInputChannels(3);
    private static final TrainingSettings SETTINGS =
            TrainingSettings.defaults()
                    .withPortions(portions -> new Portions(32, 4, 3, 64))
                    .withOptimiser(
                            OptimiserSettings.defaults()
                                    .withLearningRate(1e-2)
                                    .withAverageDecay(.8))
                    .withThreads(1);
    private static final SelfTrainingSettings TEACHERS =
            new SelfTrainingSettings(Teaching.NETWORKS_AND_FOREST, 32, 1 << 14);
    private static final ValidationPlan FOLDS = new GroupFolds(2, Grouping.SLICE, 1);

    /** Bright columns of one brightness per slice on noise; every fourth column is a class. */
    private record Columns() implements SliceSource {

        private static boolean isBright(int x) {
            return x / 4 % 4 == 1;
        }

        @Override
        public VolumeShape shape() {
            return new VolumeShape(48, 40, SLICES, 1);
        }

        @Override
        public void read(int slice, float[] target) {
            SplittableRandom random = new SplittableRandom(slice);
            for (int i = 0; i < target.length; i++) {
                target[i] = (float) (random.nextDouble() + (isBright(i % 48) ? 1 : 0));
            }
        }

        @Override
        public PixelType pixelType() {
            return PixelType.FLOAT32;
        }

        @Override
        public VoxelSize voxelSize() {
            return VoxelSize.UNKNOWN;
        }

        @Override
        public String name() {
            return "columns";
        }
    }

    /** Every tenth pixel is labelled on four slices. */
    private static TrainingData data(boolean withVolume) {
        SliceSource stack = CONTEXT.of(new Columns());
        List<LabelledRegion> regions =
                List.of(0, 2, 3, 5).stream().map(z -> region(z, stack.slice(z))).toList();
        IntensityRange range = new IntensityRange(0, 2);
        return new TrainingData(
                regions,
                ClassList.numbered(2),
                Normalization.defaults(),
                CONTEXT,
                withVolume
                        ? List.of(new TrainingVolume("columns", new Columns(), range))
                        : List.of());
    }

    private static LabelledRegion region(int slice, FloatImage image) {
        byte[] labels = new byte[48 * 40];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 10 != 0 ? LabelMask.IGNORE : (byte) (Columns.isBright(i % 48) ? 1 : 0);
        }
        return new LabelledRegion(
                "columns",
                slice,
                Roi.whole(48, 40),
                Split.TRAIN,
                image,
                new LabelMask(48, 40, labels),
                new IntensityRange(0, 2));
    }

    private static CourseResult run(
            ValidationPlan plan, boolean selfTraining, Priors priors, TrainingData data) {
        Optional<SelfTrainingSettings> self =
                selfTraining ? Optional.of(TEACHERS) : Optional.empty();
        return run(plan, self, priors, data);
    }

    private static CourseResult run(
            ValidationPlan plan,
            Optional<SelfTrainingSettings> self,
            Priors priors,
            TrainingData data) {
        return new Course(
                        NETWORK,
                        SETTINGS,
                        AugmentationSettings.FLIPS,
                        new CourseSettings(plan, Grouping.SLICE, self, priors, Optional.empty()))
                .train(data, Optional.empty(), Progress.none());
    }

    @Test
    void aStudentLearnsFromLabelsAndTeachersReproducibly() {
        CourseResult one = run(FOLDS, true, new Priors.Estimated(), data(true));
        CourseResult two = run(FOLDS, true, new Priors.Estimated(), data(true));
        PixelModel model = one.training().model();
        assertThat(two.training().model()).isEqualTo(model);
        assertThat(one.assessment().orElseThrow().predictions().labels()).hasSize(4 * 192);
        assertThat(one.assessment().orElseThrow().predictions().pooled().dice(1)).isGreaterThan(.8);
        assertThat(model.metadata().correction().offsets()).hasSize(2);
        assertThat(one.training().warnings()).isEmpty();
        assertThat(one.examined()).hasSize(4).allMatch(e -> e.region().image().width() == 48);
        assertThat(model.metadata().history())
                .containsKeys("validation", "class priors of the volume", "temperature");
    }

    @Test
    void teachingChangesTheStudent() {
        PixelModel taught =
                run(FOLDS, true, new Priors.AsLabelled(), data(true)).training().model();
        PixelModel alone =
                run(FOLDS, true, new Priors.AsLabelled(), data(false)).training().model();
        assertThat(taught.weights()).isNotEqualTo(alone.weights());
        assertThat(taught.metadata().correction().offsets()).isEmpty();
        assertThat(alone.metadata().history()).doesNotContainKey("class priors of the volume");
    }

    @Test
    void aMeanTeacherTeachesReproduciblyFromTheThirdEpochOn() {
        Optional<SelfTrainingSettings> mean =
                Optional.of(TEACHERS.withTeaching(Teaching.MEAN_TEACHER));
        CourseResult one = run(FOLDS, mean, new Priors.AsLabelled(), data(true));
        CourseResult two = run(FOLDS, mean, new Priors.AsLabelled(), data(true));
        CourseResult alone = run(FOLDS, false, new Priors.AsLabelled(), data(true));
        assertThat(two.training().model()).isEqualTo(one.training().model());
        assertThat(one.training().model().weights())
                .isNotEqualTo(alone.training().model().weights());
        assertThat(one.training().history().isValidated()).isTrue();
    }

    @Test
    void priorsThatTheUserKnowsAreMet() {
        Priors known = new Priors.Given(List.of(.9, .1));
        CourseResult withVolume = run(FOLDS, false, known, data(true));
        assertThat(withVolume.training().model().metadata().correction().offsets().get(1))
                .isNegative();
        CourseResult without = run(FOLDS, false, known, data(false));
        assertThat(without.training().model().metadata().correction().offsets().get(1))
                .isLessThan(without.training().model().metadata().correction().offsets().get(0));
        assertThatThrownBy(() -> new Priors.Given(List.of(.9, .2)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sum of the class priors");
    }

    @Test
    void aSingleDivisionKeepsTheBestEpochAndJudgesItself() {
        ValidationPlan plan = new HoldOut(.25, Grouping.SLICE, 20, 1);
        CourseResult result = run(plan, false, new Priors.AsLabelled(), data(false));
        assertThat(result.training().history().isValidated()).isTrue();
        assertThat(result.assessment().orElseThrow().predictions().labels()).hasSize(192);
    }

    @Test
    void withoutHeldOutRegionsNothingIsJudgedButTeachersStillTeach() {
        CourseResult result = run(new TrainOnAll(), true, new Priors.Estimated(), data(true));
        assertThat(result.assessment()).isEmpty();
        assertThat(result.training().model().metadata().correction().isNone()).isTrue();
    }

    @Test
    void aCancelEndsTheCourseWhereverItIs() {
        for (int after : new int[] {1, 60, 150}) {
            Progress impatient = new Impatient(after);
            assertThatThrownBy(
                            () ->
                                    new Course(
                                                    NETWORK,
                                                    SETTINGS,
                                                    AugmentationSettings.FLIPS,
                                                    new CourseSettings(
                                                            FOLDS,
                                                            Grouping.SLICE,
                                                            Optional.of(TEACHERS),
                                                            new Priors.Estimated(),
                                                            Optional.empty()))
                                            .train(data(true), Optional.empty(), impatient))
                    .isInstanceOf(Cancelled.class);
        }
    }

    /** Cancels when it was asked so many times. */
    private static final class Impatient implements Progress {

        private int left;

        Impatient(int questions) {
            left = questions;
        }

        @Override
        public void report(double fraction, String message) {}

        @Override
        public void checkCancelled() {
            if (left-- == 0) {
                throw new Cancelled();
            }
        }
    }
}
