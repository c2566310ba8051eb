package org.knime.node.parameters.widget.choices.util;

import org.knime.node.parameters.NodeParametersInput;

/** Names an input table. */
public interface InputTableIndexHolder {
    /** The index of the input port that gives the table. */
    default int getInputTableIndex(NodeParametersInput parametersInput) {
        return 0;
    }
}
