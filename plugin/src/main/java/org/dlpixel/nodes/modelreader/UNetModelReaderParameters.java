package org.dlpixel.nodes.modelreader;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.network.bioimage.StateDictFile;
import org.dlpixel.nodes.convert.Paths;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;

/** Settings of the U-Net Model Reader. */
@LoadDefaultsForAbsentFields
final class UNetModelReaderParameters implements NodeParameters {

    /** How the input of bare weights is normalised. */
    enum Scaling {
        @Label(
                value = "Percentiles of the volume",
                description = "Percentile 1 of the volume becomes 0, percentile 99.8 becomes 1.")
        VOLUME,
        @Label(
                value = "Percentiles of the slice",
                description = "The same with the percentiles of every slice.")
        SLICE,
        @Label(value = "None", description = "Intensities are clipped to 0..1 and not scaled.")
        NONE;

        Normalization normalization() {
            return switch (this) {
                case VOLUME -> Normalization.defaults();
                case SLICE -> Normalization.perSlice();
                case NONE -> Normalization.fixed(IntensityRange.UNIT);
            };
        }
    }

    @Widget(
            title = "Package",
            description =
                    "Path of a bioimage.io package (zip) that the U-Net Model Writer or another"
                            + " program wrote, or of weights that end in .safetensors. Absolute, or"
                            + " knime://knime.workflow/data/... for a file inside the workflow.")
    String m_path = "";

    @Widget(
            advanced = true,
            title = "Class names",
            description =
                    "Only for .safetensors: names of the classes, separated by semicolons,"
                            + " background first. Empty: they are numbered.")
    String m_classes = "";

    @Widget(
            advanced = true,
            title = "Normalisation",
            description =
                    "Only for .safetensors: what the network was trained with, since weights alone"
                            + " do not tell.")
    Scaling m_normalisation = Scaling.VOLUME;

    Path file() {
        return Paths.resolve("path of the package", m_path);
    }

    /** Whether the file holds bare weights rather than a package. */
    boolean isStateDict() {
        return m_path.toLowerCase(Locale.ROOT).endsWith(StateDictFile.ENDING);
    }

    List<String> classNames() {
        return Arrays.stream(m_classes.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
