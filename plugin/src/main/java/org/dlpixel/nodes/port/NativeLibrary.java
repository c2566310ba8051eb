package org.dlpixel.nodes.port;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.network.TorchEngine;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Tells the engine where a running KNIME keeps libtorch: in the fragment of this platform,
 * unpacked.
 *
 * <p>Outside OSGi nothing is told and the engine finds its library on the class path.
 */
public final class NativeLibrary {

    private static final String FOLDER = "pytorch/cpu";
    private static final List<String> LIBRARY_NAMES =
            List.of("libtorch.so", "torch.dll", "libtorch.dylib");

    private NativeLibrary() {}

    /** Called by every node before it first uses the engine; cheap. */
    public static void locate() {
        folder().ifPresent(TorchEngine::useLibraryFolder);
    }

    private static Optional<Path> folder() {
        try {
            Bundle bundle = FrameworkUtil.getBundle(NativeLibrary.class);
            return bundle == null ? Optional.empty() : folder(bundle);
        } catch (NoClassDefFoundError notInOsgi) {
            return Optional.empty();
        }
    }

    private static Optional<Path> folder(Bundle bundle) {
        for (String library : LIBRARY_NAMES) {
            Enumeration<URL> found = bundle.findEntries(FOLDER, library, true);
            if (found == null) {
                continue;
            }
            for (URL url : Collections.list(found)) {
                Optional<Path> folder = file(url).map(Path::getParent);
                if (folder.isPresent()) {
                    return folder;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> file(URL url) {
        try {
            URL file = FileLocator.toFileURL(url);
            return Optional.of(new java.io.File(file.getPath()).toPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
