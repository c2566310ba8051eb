package org.dlpixel.core.train.course;

import java.util.List;
import java.util.Optional;
import org.dlpixel.core.train.TrainingResult;

/**
 * What a course yields.
 *
 * @param training of the final network: model, history, warnings
 * @param assessment by held-out labels, if any were held out
 * @param examined held-out regions with what was made of them, by fold
 */
public record CourseResult(
        TrainingResult training, Optional<Assessment> assessment, List<Examined> examined) {

    public CourseResult {
        examined = List.copyOf(examined);
    }

    CourseResult with(List<Examined> others) {
        return new CourseResult(training, assessment, others);
    }
}
