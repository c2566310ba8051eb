package org.dlpixel.nodes.learner;

import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.io.OutputFolder;
import org.dlpixel.core.train.Checkpoints;
import org.dlpixel.nodes.convert.Paths;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** Where the state of a training is kept, to go on after an interruption. */
@LoadDefaultsForAbsentFields
final class KeepingParameters implements NodeParameters {

    private static final String NAME = "checkpoint folder";

    @Widget(
            advanced = true,
            title = "Checkpoint folder",
            description =
                    "Where trainings keep their state about once a minute. After an interruption,"
                            + " the same training with the same folder goes on and gives the same"
                            + " model. Absolute, or knime://knime.workflow/data/... for a place"
                            + " inside the workflow; made if missing. Empty: nothing is kept.")
    String m_folder = "";

    /** The folder if there is one; not looked at yet. */
    private Optional<Path> folder() {
        return m_folder.isBlank() ? Optional.empty() : Optional.of(Paths.resolve(NAME, m_folder));
    }

    /** Raises an error if the folder cannot be one. */
    void requirePlausible() {
        folder().ifPresent(OutputFolder::requirePlausible);
    }

    /** The folder, made if it was missing. */
    Optional<Checkpoints> checkpoints() {
        folder().ifPresent(OutputFolder::requireWritable);
        return folder().map(folder -> new Checkpoints(folder, 1));
    }
}
