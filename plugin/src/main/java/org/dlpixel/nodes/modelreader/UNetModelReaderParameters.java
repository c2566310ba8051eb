package org.dlpixel.nodes.modelreader;

import java.nio.file.Path;
import org.dlpixel.nodes.convert.Paths;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** Settings of the U-Net Model Reader. */
@LoadDefaultsForAbsentFields
final class UNetModelReaderParameters implements NodeParameters {

    @Widget(
            title = "Package",
            description =
                    "Path of a zip that the U-Net Model Writer wrote. Absolute, or"
                            + " knime://knime.workflow/data/... for a file inside the workflow.")
    String m_path = "";

    Path file() {
        return Paths.resolve("path of the package", m_path);
    }
}
