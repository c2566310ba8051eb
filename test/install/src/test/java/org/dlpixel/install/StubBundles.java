package org.dlpixel.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One bundle for every bundle that our manifest requires from KNIME, KNIP and ImageJ.
 *
 * <p>Names and versions are those of the stub p2 repository; the classes are those that the plug-in
 * was compiled against, each in the bundle that really exports its package. A package that the
 * manifest forgets to require is therefore missing here as it would be missing in KNIME.
 */
final class StubBundles {

    /** Where a class lives: the longest prefix of its name decides. */
    private static final Map<String, String> OWNERS =
            Map.of(
                    "org/knime/core/", "org.knime.core",
                    "org/knime/node/", "org.knime.core.ui",
                    "org/knime/knip/base/", "org.knime.knip.base",
                    "org/knime/knip/core/", "org.knime.knip.core",
                    "net/imagej/", "imagej-common",
                    "net/imglib2/", "imglib2",
                    "org/scijava/", "scijava-common");

    /** Takes what no bundle of KNIME has: the inner side of the clean-room API. */
    private static final String REST = "clean-room";

    private final Path folder;
    private final Map<String, String> versions;

    /**
     * @param folder where the bundles are written
     * @param repository p2 repository with one unit per bundle
     */
    StubBundles(Path folder, Path repository)
            throws IOException, ParserConfigurationException, SAXException {
        this.folder = folder;
        this.versions = versions(repository.resolve("content.xml"));
        versions.put(REST, "0.0.0");
    }

    /**
     * Writes the bundles.
     *
     * @param jars where their classes come from
     * @return the bundles
     */
    List<Path> write(List<Path> jars) throws IOException {
        Map<String, Map<String, byte[]>> classes = new TreeMap<>();
        for (String bundle : versions.keySet()) {
            classes.put(bundle, new TreeMap<>());
        }
        for (Path jar : jars) {
            distribute(jar, classes);
        }
        List<Path> bundles = new ArrayList<>();
        for (String bundle : classes.keySet()) {
            bundles.add(write(bundle, classes.get(bundle)));
        }
        return bundles;
    }

    private static Map<String, String> versions(Path content)
            throws IOException, ParserConfigurationException, SAXException {
        var units =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(content.toFile())
                        .getElementsByTagName("unit");
        Map<String, String> versions = new TreeMap<>();
        for (int i = 0; i < units.getLength(); i++) {
            Element unit = (Element) units.item(i);
            if (!unit.getAttribute("id").startsWith("org.eclipse.")) {
                versions.put(unit.getAttribute("id"), unit.getAttribute("version"));
            }
        }
        return versions;
    }

    private static void distribute(Path jar, Map<String, Map<String, byte[]>> classes)
            throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        classes.get(owner(entry.getName())).put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static String owner(String entry) {
        return OWNERS.keySet().stream()
                .filter(entry::startsWith)
                .findFirst()
                .map(OWNERS::get)
                .orElse(REST);
    }

    private Path write(String bundle, Map<String, byte[]> classes) throws IOException {
        Path jar = folder.resolve(bundle + ".jar");
        try (JarOutputStream out =
                new JarOutputStream(Files.newOutputStream(jar), manifest(bundle, classes))) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private Manifest manifest(String bundle, Map<String, byte[]> classes) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", bundle);
        main.putValue("Bundle-Version", versions.get(bundle));
        main.putValue("DynamicImport-Package", "javax.*,org.w3c.*,org.xml.*");
        main.putValue(
                "Require-Bundle",
                versions.keySet().stream()
                        .filter(other -> !other.equals(bundle))
                        .collect(Collectors.joining(",")));
        String packages =
                classes.keySet().stream()
                        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(","));
        if (!packages.isEmpty()) {
            main.putValue("Export-Package", packages);
        }
        return manifest;
    }
}
