package org.dlpixel.core.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * A folder with the native libraries of libtorch.
 *
 * @param path holds libtorch itself: the folder {@code lib} of libtorch as it is distributed
 */
record LibraryFolder(Path path) {

    /** The version that the engine is made for. */
    static final String VERSION = "2.7.1";

    /** Environment variable with the folder; DJL's own. */
    static final String ENVIRONMENT = "PYTORCH_LIBRARY_PATH";

    /** The CUDA build that DJL has a binding for. */
    static final String CUDA_FLAVOR = "cu128";

    private static final String CPU_FLAVOR = "cpu";

    /**
     * @param given that folder, or the one above it
     * @throws InvalidInput if libtorch is not there or of another version
     */
    static LibraryFolder of(Path given) {
        for (Path folder : new Path[] {given, given.resolve("lib")}) {
            if (holdsTorch(folder)) {
                LibraryFolder found = new LibraryFolder(folder.toAbsolutePath());
                found.requireVersion();
                return found;
            }
        }
        throw InvalidInput.of(
                "folder of libtorch",
                given,
                "an existing folder with " + System.mapLibraryName("torch"));
    }

    /**
     * The folder that the user names, if one is named. The environment wins, because DJL asks it
     * first; as DJL does, a folder there that does not itself hold libtorch is passed over.
     *
     * @param property a folder, see {@link #of}
     */
    static Optional<LibraryFolder> ofUser(
            Optional<String> property, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(ENVIRONMENT))
                .map(Path::of)
                .filter(LibraryFolder::holdsTorch)
                .or(() -> property.map(Path::of))
                .map(LibraryFolder::of);
    }

    private static boolean holdsTorch(Path folder) {
        return Files.isRegularFile(folder.resolve(System.mapLibraryName("torch")));
    }

    boolean hasCuda() {
        return Files.isRegularFile(path.resolve(System.mapLibraryName("torch_cuda")));
    }

    /** Which of DJL's bindings fits. */
    String flavor() {
        return hasCuda() ? CUDA_FLAVOR : CPU_FLAVOR;
    }

    /** libtorch as it is distributed tells its version, e.g. {@code 2.7.1+cu128}. */
    private void requireVersion() {
        Path file = path.resolveSibling("build-version");
        if (Files.isRegularFile(file)) {
            String version = read(file);
            if (!version.equals(VERSION) && !version.startsWith(VERSION + "+")) {
                throw InvalidInput.of("version of libtorch in " + path, version, VERSION);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw InvalidInput.of("folder of libtorch", file.getParent(), "readable");
        }
    }
}
