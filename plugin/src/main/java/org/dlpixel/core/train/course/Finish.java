package org.dlpixel.core.train.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.score.Calibration;
import org.dlpixel.core.score.ClassPriors;
import org.dlpixel.core.score.PixelProbabilities;
import org.dlpixel.core.score.PriorShift;
import org.dlpixel.core.train.OutOfFold;
import org.dlpixel.core.train.OutOfFoldCollector;
import org.dlpixel.core.train.TrainingResult;
import org.dlpixel.core.train.settings.TrainingSettings;

/** Judges the final network, and corrects its temperature and its class priors. */
final class Finish {

    private static final int SAMPLE = 200_000;

    private final ClassList classes;
    private final CourseSettings course;
    private final TrainingSettings settings;
    private final List<LabelledRegion> boxes;

    /**
     * @param boxes drawn uniformly from the volumes; empty if there are none
     */
    Finish(
            ClassList classes,
            CourseSettings course,
            TrainingSettings settings,
            List<LabelledRegion> boxes) {
        this.classes = classes;
        this.course = course;
        this.settings = settings;
        this.boxes = boxes;
    }

    /** Finds the shift of teachers and applies it to what they think; in place. */
    VolumeShift shift(Optional<OutOfFold> held, List<FloatImage> opinions) {
        VolumeShift shift = VolumeShift.of(course.priors(), held, sample(opinions), 1);
        if (!shift.isNone()) {
            opinions.forEach(opinion -> Opinion.shift(opinion, shift.offsets()));
        }
        return shift;
    }

    /** A network that learnt from labels alone, and judges itself. */
    CourseResult alone(TrainingResult training, List<LabelledRegion> heldOut) {
        List<LabelledRegion> labelled =
                heldOut.stream().filter(region -> region.labels().labelled() > 0).toList();
        if (labelled.isEmpty()) {
            return judged(training, Optional.empty());
        }
        OutOfFoldCollector pixels = new OutOfFoldCollector(classes.size(), settings.threads());
        pixels.predict(training.model(), labelled, course.grouping().of(labelled), Progress.none());
        return judged(training, Optional.of(pixels.result()))
                .with(Examined.of(training.model(), labelled, settings.threads()));
    }

    /** A network that learnt from labels alone, judged by others of its kind. */
    CourseResult judged(TrainingResult training, Optional<OutOfFold> held) {
        Optional<Assessment> assessment = held.map(Finish::assess);
        double temperature = temperature(assessment);
        VolumeShift shift = VolumeShift.NONE;
        if (!boxes.isEmpty()) {
            PixelProbabilities own = sample(look(training.model())).atTemperature(temperature);
            shift = VolumeShift.of(course.priors(), held, own, temperature);
        } else if (course.priors() instanceof Priors.Given given) {
            double[] balanced = ClassPriors.uniform(classes.size());
            shift =
                    new VolumeShift(
                            given.shares(), PriorShift.of(given.array(), balanced).offsets());
        }
        return result(training, assessment, shift, shift.offsets());
    }

    /**
     * A network that learnt from teachers, too: it finds as much of each class as they do.
     *
     * @param opinions of the teachers, shifted
     */
    CourseResult taught(
            TrainingResult training,
            Optional<OutOfFold> held,
            VolumeShift shift,
            List<FloatImage> opinions) {
        Optional<Assessment> assessment = held.map(Finish::assess);
        List<Double> offsets = List.of();
        if (!shift.isNone()) {
            PixelProbabilities own =
                    sample(look(training.model())).atTemperature(temperature(assessment));
            offsets = VolumeShift.alike(sample(opinions), own);
        }
        return result(training, assessment, shift, offsets);
    }

    private static Assessment assess(OutOfFold held) {
        return new Assessment(held, Calibration.fit(VolumeShift.labelled(held)));
    }

    private static double temperature(Optional<Assessment> assessment) {
        return assessment.map(a -> a.calibration().temperature()).orElse(1.);
    }

    private CourseResult result(
            TrainingResult training,
            Optional<Assessment> assessment,
            VolumeShift shift,
            List<Double> offsets) {
        Map<String, String> story = new LinkedHashMap<>();
        story.put("validation", course.plan().describe());
        assessment.ifPresent(a -> story.putAll(a.summary(classes)));
        story.putAll(shift.summary(classes));
        Correction correction = new Correction(temperature(assessment), offsets);
        PixelModel model = training.model();
        PixelModel corrected =
                new PixelModel(
                        model.metadata().withCorrection(correction).withHistory(story),
                        model.weights());
        return new CourseResult(
                new TrainingResult(corrected, training.history(), training.warnings()),
                assessment,
                List.of());
    }

    private List<FloatImage> look(PixelModel model) {
        try (Network network = model.open(settings.threads())) {
            Teacher own = new NetworkTeacher(network, false);
            return boxes.stream().map(box -> own.probabilities(box, Progress.none())).toList();
        }
    }

    private PixelProbabilities sample(List<FloatImage> maps) {
        return Opinion.sample(maps, SAMPLE, settings.seed());
    }
}
