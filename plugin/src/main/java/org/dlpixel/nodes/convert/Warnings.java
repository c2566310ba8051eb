package org.dlpixel.nodes.convert;

import java.util.ArrayList;
import java.util.List;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What a node wants its user to know: KNIME shows one message per node. */
public final class Warnings {

    private final List<String> warnings = new ArrayList<>();

    public void add(String warning) {
        warnings.add(warning);
    }

    public void addAll(List<String> more) {
        warnings.addAll(more);
    }

    /** One summary for all rows of a kind, or none. */
    public void count(int rows, String what) {
        if (rows > 0) {
            add(rows + (rows == 1 ? " row " : " rows ") + what);
        }
    }

    /** One summary for all rows that could not be used, or none. */
    public void leftOut(int rows, String why) {
        if (rows > 0) {
            add("Left out " + rows + (rows == 1 ? " row " : " rows ") + why + ".");
        }
    }

    /** Shows them, if there are any. */
    public void show(ExecuteOutput out) {
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }
}
