package org.dlpixel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedJarsTest {

    private static final List<String> HOST_PACKAGES =
            List.of("org/knime/", "net/imagej/", "net/imglib2/", "org/scijava/");

    private static Map<String, byte[]> shipped;

    @BeforeAll
    static void readSite() throws IOException {
        shipped = ShippedJars.classes(Product.site());
    }

    @Test
    void siteHoldsOurClassesAndTheLibraries() {
        assertThat(shipped.keySet())
                .anyMatch(name -> name.contains(".jar!org/dlpixel/core/"))
                .anyMatch(name -> name.contains("!lib/api.jar!ai/djl/"));
    }

    @Test
    void noShippedJarHoldsClassesOfTheHost() {
        assertThat(shipped.keySet())
                .noneMatch(name -> HOST_PACKAGES.stream().anyMatch(innermost(name)::startsWith));
    }

    @Test
    void everyEmbeddedLibraryIsOnTheClassPathOfTheBundle() throws IOException {
        Path plugin = Product.plugin();
        try (JarFile jar = new JarFile(plugin.toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue("Bundle-ClassPath");
            List<String> embedded =
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.endsWith(".jar"))
                            .collect(Collectors.toList());
            embedded.add(".");
            assertThat(classPath.split(","))
                    .as("a library that was removed goes with ./mvnw clean")
                    .containsExactlyInAnyOrderElementsOf(embedded);
        }
    }

    @Test
    void executorAndCleanRoomApiAreNotShipped() {
        assertThat(shipped.keySet())
                .noneMatch(name -> innermost(name).startsWith("org/dlpixel/executor/"));
    }

    private static String innermost(String name) {
        return name.substring(name.lastIndexOf('!') + 1);
    }
}
