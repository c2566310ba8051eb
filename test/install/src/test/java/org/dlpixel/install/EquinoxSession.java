package org.dlpixel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** A running Equinox that holds the installed bundles. */
final class EquinoxSession {

    private static final long STOP_MILLIS = 10_000;

    private final Framework framework;

    private EquinoxSession(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts a framework without the class path of this JVM.
     *
     * @param storage empty folder for the framework's own files
     * @param bundles bundles to install, as jars or folders
     */
    static EquinoxSession start(Path storage, List<Path> bundles) throws BundleException {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Framework framework =
                factory.newFramework(
                        Map.of(
                                Constants.FRAMEWORK_STORAGE,
                                storage.toString(),
                                Constants.FRAMEWORK_BUNDLE_PARENT,
                                Constants.FRAMEWORK_BUNDLE_PARENT_BOOT));
        framework.start();
        EquinoxSession session = new EquinoxSession(framework);
        for (Path bundle : bundles) {
            framework.getBundleContext().installBundle("reference:" + bundle.toUri());
        }
        return session;
    }

    /** The bundles in the {@code plugins} folder of an installation. */
    static List<Path> installed(Path installation) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(installation)) {
            Path plugins = files.filter(path -> path.endsWith("plugins")).findFirst().orElseThrow();
            try (Stream<Path> children = Files.list(plugins)) {
                children.sorted().forEach(found::add);
            }
        }
        return found;
    }

    /** Resolves all bundles; says whether every one could be wired. */
    boolean resolve() {
        return framework.adapt(FrameworkWiring.class).resolveBundles(null);
    }

    /** The bundle of that symbolic name. */
    Bundle bundle(String name) {
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bundle " + name));
    }

    /** Stops the framework and waits until it has. */
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
