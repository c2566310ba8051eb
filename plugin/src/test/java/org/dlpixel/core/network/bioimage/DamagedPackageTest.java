package org.dlpixel.core.network.bioimage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dlpixel.core.network.bioimage.OwnPackages.RDF;
import static org.dlpixel.core.network.bioimage.OwnPackages.STATE;
import static org.dlpixel.core.network.bioimage.OwnPackages.changed;
import static org.dlpixel.core.network.bioimage.OwnPackages.files;
import static org.dlpixel.core.network.bioimage.OwnPackages.model;
import static org.dlpixel.core.network.bioimage.OwnPackages.rdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.PixelModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that are no models of ours or that are damaged are refused. */
class DamagedPackageTest {

    @TempDir private Path folder;

    private Path written(PixelModel model) {
        return OwnPackages.write(model, folder);
    }

    @Test
    void unknownVersionsAndKindsAreRefused() throws IOException {
        Path own = written(model());
        String rdf = rdf(own);
        assertUnreadable(
                changed(own, RDF, rdf.replace("format_version: 0.5.7", "format_version: 0.6.0")),
                "Illegal format_version: 0.6.0");
        assertUnreadable(
                changed(own, RDF, rdf.replace("type: model", "type: dataset")), "type: dataset");
        assertUnreadable(
                changed(own, RDF, rdf.replace("format_version: 1", "format_version: 2")),
                "version of config.dlpixel: 2");
        assertUnreadable(
                changed(own, RDF, rdf.replace("depth: 2", "depth: 99")), "Illegal depth: 99");
    }

    @Test
    void descriptionsThatAreNoPlainYamlAreRefused() throws IOException {
        Path own = written(model());
        String rdf = rdf(own);
        assertUnreadable(changed(own, RDF, "{"), "no YAML");
        assertUnreadable(changed(own, RDF, "- a"), "no YAML map");
        assertUnreadable(changed(own, RDF, rdf + "name: twice\n"), "duplicate key");
        assertUnreadable(changed(own, RDF, "a: !!java.net.URL ['x']"), "no YAML");
        assertUnreadable(changed(own, RDF, "#".repeat(Yaml.MAX_CHARACTERS + 1)), "Illegal size");
    }

    @Test
    void damagedWeightsAreRefused() throws IOException {
        Path own = written(model());
        byte[] state = files(own).get(STATE);
        state[state.length - 1] ^= 1;
        assertUnreadable(changed(own, STATE, state), "its SHA-256");
        assertUnreadable(
                changed(own, RDF, rdf(own).replace("baseFeatures: 2", "baseFeatures: 3")),
                "must be [");
    }

    @Test
    void damagedZipsAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written(model()));
        Path file = folder.resolve("cut.zip");
        for (int length : new int[] {0, 30, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertUnreadable(file, "cut.zip");
        }
        assertUnreadable(folder.resolve("nowhere.zip"), "there is no such file");
        assertUnreadable(folder, "there is no such file");
    }

    @Test
    void entriesThatLeaveThePackageAreRefused() throws IOException {
        for (String name :
                List.of("../out", "a/../../out", "/etc/out", "C:/out", "..\\out", "a/..")) {
            Map<String, byte[]> files = files(written(model()));
            files.put(name, new byte[1]);
            assertUnreadable(zip(files), "Illegal entry: " + name);
        }
    }

    @Test
    void entriesThatAreThereTwiceAreRefused() throws IOException {
        Map<String, byte[]> files = files(written(model()));
        files.put("RDF.yaml", files.get(RDF));
        Path file = zip(files);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("RDF.yaml", RDF), StandardCharsets.ISO_8859_1);
        assertUnreadable(file, "only once");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Map<String, byte[]> files = files(written(model()));
        for (int i = 0; i < PackageFile.MAX_ENTRIES; i++) {
            files.put("file" + i, new byte[0]);
        }
        assertUnreadable(zip(files), "Illegal number of entries");
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        return ForeignZips.write(folder.resolve("changed.zip"), files);
    }

    private void assertUnreadable(Path file, String message) {
        assertThatThrownBy(() -> BioimageModel.read(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(message)
                .hasMessageContaining(file.toString());
    }
}
