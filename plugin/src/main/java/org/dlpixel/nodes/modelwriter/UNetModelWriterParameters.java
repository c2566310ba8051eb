package org.dlpixel.nodes.modelwriter;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.network.bioimage.Author;
import org.dlpixel.core.network.bioimage.PackageDescription;
import org.dlpixel.nodes.convert.Paths;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Settings of the U-Net Model Writer. */
@LoadDefaultsForAbsentFields
final class UNetModelWriterParameters implements NodeParameters {

    /** Licences by their SPDX identifiers. */
    enum Licence {
        @Label(value = "CC-BY-4.0", description = "Free use, with the authors named.")
        CC_BY_4("CC-BY-4.0"),
        @Label(value = "CC0-1.0", description = "Free use without conditions.")
        CC0_1("CC0-1.0"),
        @Label(value = "CC-BY-SA-4.0", description = "Authors named, changes under this licence.")
        CC_BY_SA_4("CC-BY-SA-4.0"),
        @Label(value = "CC-BY-NC-4.0", description = "Authors named, no commercial use.")
        CC_BY_NC_4("CC-BY-NC-4.0"),
        @Label(value = "MIT", description = "Free use, with the licence text kept.")
        MIT("MIT"),
        @Label(value = "BSD-3-Clause", description = "As MIT, and no advertising with names.")
        BSD_3("BSD-3-Clause"),
        @Label(value = "Apache-2.0", description = "As MIT, with a grant of patents.")
        APACHE_2("Apache-2.0"),
        @Label(value = "GPL-3.0-only", description = "What builds on it is GPL, too.")
        GPL_3("GPL-3.0-only");

        private final String spdx;

        Licence(String spdx) {
            this.spdx = spdx;
        }

        String spdx() {
            return spdx;
        }
    }

    private static final String PATH = "path of the package";

    @Section(title = "File")
    interface FileSection {}

    @Section(title = "Description")
    @After(FileSection.class)
    interface DescriptionSection {}

    @Widget(
            title = "File or folder",
            description =
                    "Path of the package, ending in .zip; or a folder, where the file gets the"
                            + " model's name. Absolute, or knime://knime.workflow/data/... for a"
                            + " place inside the workflow. Missing folders are made; a file of"
                            + " that name is replaced when its successor is complete.")
    @Layout(FileSection.class)
    String m_path = "";

    @Widget(
            advanced = true,
            title = "State the time of writing",
            description = "If off, equal models and settings give equal files.")
    @Layout(FileSection.class)
    boolean m_time = true;

    @Widget(
            title = "Name",
            description =
                    "Name of the model, best of task and kind of image: 5 to 128 letters, digits,"
                            + " spaces and _ + - ( ).")
    @Layout(DescriptionSection.class)
    String m_name = "U-Net pixel classifier";

    @Widget(
            title = "Description",
            description =
                    "What the model is for and what it was trained on, at most 1024"
                            + " characters.")
    @TextAreaWidget
    @Layout(DescriptionSection.class)
    String m_description = "";

    @Widget(
            title = "Authors",
            description =
                    "Who made the model, separated by semicolons; the affiliation may follow in"
                            + " parentheses: Jane Doe (Institute); John Roe.")
    @Layout(DescriptionSection.class)
    String m_authors = "";

    @Widget(title = "Licence", description = "What others may do with the model.")
    @Layout(DescriptionSection.class)
    Licence m_licence = Licence.CC_BY_4;

    /** The file that will be written. */
    Path file() {
        Path path = Paths.resolve(PATH, m_path);
        boolean isFile = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return isFile ? path : path.resolve(description().fileName() + ".zip");
    }

    PackageDescription description() {
        return new PackageDescription(
                m_name,
                m_description,
                Author.parse(m_authors),
                Optional.of(m_licence.spdx()),
                m_time ? Optional.of(Instant.now()) : Optional.empty());
    }

    /** Settings that only lack what must be filled in are named when the node is configured. */
    @Override
    public void validate() throws InvalidSettingsException {
        try {
            if (!m_authors.isBlank()) {
                description();
            }
        } catch (PixelClassificationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
