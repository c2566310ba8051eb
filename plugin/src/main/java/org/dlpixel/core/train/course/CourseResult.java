package org.dlpixel.core.train.course;

import java.util.Optional;
import org.dlpixel.core.train.TrainingResult;

/**
 * What a course yields.
 *
 * @param training of the final network: model, history, warnings
 * @param assessment by held-out labels, if any were held out
 */
public record CourseResult(TrainingResult training, Optional<Assessment> assessment) {}
