package org.dlpixel.core.network.bioimage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.SliceModel;

/** An open package whose description has been read. */
interface PackageContent {

    /** Names of the description; the first that is there counts. */
    List<String> DESCRIPTIONS = List.of(Rdf.Files.DESCRIPTION, "bioimageio.yaml", "model.yaml");

    /** All but the weights; they are not looked at. */
    ModelInfo info() throws IOException;

    SliceModel model() throws IOException;

    /**
     * Reads the description.
     *
     * @throws Unreadable if the package is of an unknown kind or version
     */
    static PackageContent of(PackageFile zip) throws IOException {
        String name =
                DESCRIPTIONS.stream().filter(zip::has).findFirst().orElse(DESCRIPTIONS.get(0));
        byte[] text = zip.read(name, Yaml.MAX_CHARACTERS);
        Map<?, ?> document = Yaml.read(new String(text, StandardCharsets.UTF_8));
        Field rdf = Field.of(document);
        if (!"model".equals(document.get("type"))) {
            throw rdf.get("type").illegal("model");
        }
        Field version = rdf.get("format_version");
        boolean own = rdf.get("config").get(Rdf.OWN_CONFIG).isMap();
        if (!version.text().matches(own ? "0\\.5\\.\\d+" : "0\\.[45]\\.\\d+")) {
            throw version.illegal(own ? "0.5.x" : "0.4.x or 0.5.x");
        }
        return own ? OwnPackage.of(zip, document) : new ForeignPackage(zip, rdf);
    }
}
