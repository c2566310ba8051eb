package org.dlpixel.core.train;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Which version of this extension runs: that of the manifest beside these classes. */
final class ExtensionVersion {

    private static final String NAME = "org.dlpixel.plugin";

    private ExtensionVersion() {}

    /** E.g. {@code 0.1.0.202611221200}; "unknown" where there is no manifest. */
    static String text() {
        return text(ExtensionVersion.class.getClassLoader());
    }

    static String text(ClassLoader loader) {
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    Attributes main = new Manifest(in).getMainAttributes();
                    String name = main.getValue("Bundle-SymbolicName");
                    if (name != null && name.split(";", 2)[0].equals(NAME)) {
                        return main.getValue("Bundle-Version");
                    }
                }
            }
        } catch (IOException e) {
            // A version that cannot be read is as good as none.
        }
        return "unknown";
    }
}
