package org.dlpixel.executor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.executor.workflow.FlowVariable;
import org.dlpixel.executor.workflow.NodeOption;

/**
 * The options of KNIME's batch executor that matter here.
 *
 * @param folder the workflow's folder, if it is one
 * @param archive the workflow's .knwf file, if it is one
 * @param variables workflow variables
 * @param options settings of nodes
 * @param failOnLoadError whether load errors end the run
 * @param save whether a copy with the changed settings may be written
 * @param destFolder folder for that copy
 * @param destFile .knwf file for that copy
 */
record BatchOptions(
        Optional<Path> folder,
        Optional<Path> archive,
        List<FlowVariable> variables,
        List<NodeOption> options,
        boolean failOnLoadError,
        boolean save,
        Optional<Path> destFolder,
        Optional<Path> destFile) {
    BatchOptions {
        variables = List.copyOf(variables);
        options = List.copyOf(options);
    }
}
