package org.dlpixel.install;

import java.nio.file.Path;

/** What is under test, as the build names it. */
final class Product {

    static final String BUNDLE = "org.dlpixel.plugin";
    static final String FEATURE = "org.dlpixel.feature";

    private Product() {}

    /** The zipped p2 repository that users install from. */
    static Path site() {
        return Path.of(property("site"));
    }

    /** The plug-in's own jar, as it lies in the site. */
    static Path plugin() {
        return Path.of(property("plugin"));
    }

    /** The p2 repository whose units stand for KNIME and KNIP. */
    static Path knimeStub() {
        return Path.of(property("knime"));
    }

    /** The symbolic name of the fragment that holds libtorch for this platform. */
    static String fragment() {
        return BUNDLE + ".pytorch." + platform();
    }

    /** Eclipse's name of this platform: os.arch. */
    static String platform() {
        return property("platform");
    }

    /** A property {@code install.NAME} that the build sets. */
    static String property(String name) {
        String value = System.getProperty("install." + name);
        if (value == null) {
            throw new IllegalStateException("property install." + name + " is not set");
        }
        return value;
    }
}
