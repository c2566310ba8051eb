package org.dlpixel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.imglib2.img.Img;
import org.eclipse.core.runtime.FileLocator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.scijava.Context;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationTest {

    @TempDir static Path work;

    private List<Path> installed;
    private EquinoxSession equinox;

    @BeforeAll
    void installAndStart() throws Exception {
        Path installation = work.resolve("installation");
        Director.Outcome outcome =
                new Director(work).install(installation, Product.site(), Product.knimeStub());
        assertThat(outcome.exitCode()).as(outcome.log()).isZero();
        installed = EquinoxSession.installed(installation);

        List<Path> bundles = new ArrayList<>(installed);
        bundles.add(location(FileLocator.class));
        bundles.addAll(
                new StubBundles(Files.createDirectory(work.resolve("stubs")), Product.knimeStub())
                        .write(
                                List.of(
                                        location(InvalidSettingsException.class),
                                        location(Img.class),
                                        location(Context.class))));
        bundles.add(probe());
        equinox = EquinoxSession.start(work.resolve("equinox"), bundles);
    }

    @AfterAll
    void stop() throws Exception {
        if (equinox != null) {
            equinox.stop();
        }
    }

    @Test
    void pluginAndTheFragmentOfThisPlatformAreInstalled() {
        assertThat(installed)
                .hasSize(2)
                .anyMatch(path -> path.getFileName().toString().startsWith(Product.BUNDLE + "_"))
                .anyMatch(
                        path ->
                                path.getFileName().toString().startsWith(Product.fragment())
                                        && Files.isDirectory(path.resolve("pytorch")));
    }

    @Test
    void everyBundleResolvesAndThePluginStarts() throws Exception {
        assertThat(equinox.resolve()).isTrue();
        assertThat(equinox.bundle(Product.fragment()).getState()).isEqualTo(Bundle.RESOLVED);
        Bundle plugin = equinox.bundle(Product.BUNDLE);
        plugin.start();
        assertThat(plugin.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void everyClassLoadsAndInitialises() throws Exception {
        Set<String> names = ours().keySet();
        assertThat(names).hasSizeGreaterThan(10);
        ClassLoader loader = loader();
        for (String name : names) {
            assertThatCode(() -> Class.forName(name, true, loader))
                    .as(name)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyClassNamedInOurBytecodeIsVisible() throws Exception {
        Set<String> named = new TreeSet<>();
        for (byte[] bytes : ours().values()) {
            named.addAll(ClassFile.references(bytes));
        }
        assertThat(named).contains("java.lang.Object");
        ClassLoader loader = loader();
        for (String name : named) {
            assertThatCode(() -> Class.forName(name, false, loader))
                    .as(name)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void oneTrainingStepRunsOnThePackagedLibrary() throws Exception {
        Callable<?> probe =
                Class.forName(TrainingProbe.class.getName(), true, loader())
                        .asSubclass(Callable.class)
                        .getConstructor()
                        .newInstance();
        double[] lossAndDistance = (double[]) probe.call();

        assertThat(lossAndDistance[0]).isFinite().isPositive();
        assertThat(lossAndDistance[1]).isFinite().isPositive();
        assertThat(Path.of(System.getProperty("PYTORCH_LIBRARY_PATH")))
                .startsWith(work.toRealPath().resolve("installation"));
    }

    @Test
    void zarrIsWrittenAndReadWithThePackagedCompression() throws Exception {
        Callable<?> probe =
                Class.forName(StorageProbe.class.getName(), true, loader())
                        .asSubclass(Callable.class)
                        .getConstructor(Path.class)
                        .newInstance(work.resolve("probe.ome.zarr"));
        assertThat((float[]) probe.call()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void directorFailsWithoutKnime() throws Exception {
        Director.Outcome outcome =
                new Director(work).install(work.resolve("without-knime"), Product.site());
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.log()).contains("requires 'osgi.bundle; org.knime.core [5.8.0,6.0.0)'");
    }

    /** A fragment of the plug-in that holds the probes. */
    private Path probe() throws Exception {
        Path jar = work.resolve("probe.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.dlpixel.install.probe");
        manifest.getMainAttributes().putValue("Fragment-Host", Product.BUNDLE);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : List.of(TrainingProbe.class, StorageProbe.class)) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }

    private ClassLoader loader() {
        equinox.resolve();
        return equinox.bundle(Product.BUNDLE).adapt(BundleWiring.class).getClassLoader();
    }

    /** The plug-in's own classes, without its libraries. */
    private Map<String, byte[]> ours() throws Exception {
        Path jar =
                installed.stream()
                        .filter(path -> path.getFileName().toString().endsWith(".jar"))
                        .findFirst()
                        .orElseThrow();
        Map<String, byte[]> classes = new TreeMap<>();
        ShippedJars.classes(jar)
                .forEach(
                        (name, bytes) -> {
                            if (name.indexOf('!') < 0) {
                                classes.put(
                                        name.substring(0, name.length() - ".class".length())
                                                .replace('/', '.'),
                                        bytes);
                            }
                        });
        return classes;
    }

    private static Path location(Class<?> type) throws Exception {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return Path.of(source.getLocation().toURI());
    }
}
