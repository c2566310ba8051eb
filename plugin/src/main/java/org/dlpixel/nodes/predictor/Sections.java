package org.dlpixel.nodes.predictor;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections of the dialog, in order. */
final class Sections {

    private Sections() {}

    @Section(title = "Input")
    interface Input {}

    @Section(title = "Output")
    @After(Input.class)
    interface Output {}

    @Section(title = "Quality")
    @After(Output.class)
    interface Quality {}

    @Section(title = "Computation")
    @After(Quality.class)
    interface Computation {}
}
