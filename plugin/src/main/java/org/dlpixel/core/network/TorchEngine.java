package org.dlpixel.core.network;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Starts libtorch, once per process; the only place that does.
 *
 * <p>The native library is taken from {@link #useLibraryFolder}, else from the folder that the
 * system property {@value #LIBRARY_PROPERTY} names, else from a native jar on the class path, which
 * DJL unpacks into its cache. Nothing is downloaded and DJL's usage tracking is off.
 */
public final class TorchEngine {

    /** System property: folder with libtorch. */
    public static final String LIBRARY_PROPERTY = "org.dlpixel.libtorch";

    private static final String DJL_LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final String DJL_FLAVOR = "PYTORCH_FLAVOR";

    private static NDManager root;
    private static String failure;

    private TorchEngine() {}

    /**
     * Names the unpacked native library. Has an effect only before the first network is opened.
     *
     * @param folder holds libtorch_cpu and the rest
     * @throws InvalidInput if it is no folder
     */
    public static synchronized void useLibraryFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw InvalidInput.of("folder of libtorch", folder, "an existing folder");
        }
        System.setProperty(DJL_LIBRARY_PATH, folder.toString());
        System.setProperty(DJL_FLAVOR, "cpu");
    }

    /** Starts libtorch if it does not run yet, to fail early rather than in the middle. */
    public static synchronized void start() {
        if (failure != null) {
            throw new EngineFailure(failure, null);
        }
        if (root == null) {
            setProperties();
            root = EngineThread.call(TorchEngine::startWithOurClassLoader);
        }
    }

    /** Version of libtorch, e.g. {@code 2.7.1}. */
    public static String version() {
        start();
        return Engine.getEngine("PyTorch").getVersion();
    }

    /** A manager for arrays; the caller closes it. */
    static synchronized NDManager newManager() {
        start();
        return root.newSubManager();
    }

    /** The engine's own services are looked up through the context class loader. */
    private static NDManager startWithOurClassLoader() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TorchEngine.class.getClassLoader());
        try {
            return Engine.getEngine("PyTorch").newBaseManager();
        } catch (LinkageError | EngineException e) {
            // A second attempt would only say that a class is not found.
            failure = explain(e);
            throw new EngineFailure(failure, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void setProperties() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        String folder = System.getProperty(LIBRARY_PROPERTY);
        if (folder != null) {
            useLibraryFolder(Path.of(folder));
        }
    }

    /** Why libtorch does not start, for the user. */
    static String explain(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (message.contains("already loaded in another classloader")) {
                return "The deep-learning engine cannot start: another extension in this program"
                        + " has already loaded libtorch, and one process can hold it only once."
                        + " Restart and do not use both extensions in one session.";
            }
        }
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "The deep-learning engine (libtorch) cannot start: "
                + cause.getMessage()
                + ". Supported are Linux x86_64 and aarch64, Windows x86_64 and macOS aarch64.";
    }
}
