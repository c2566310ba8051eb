package org.dlpixel.core.network;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Starts libtorch, once per process; the only place that does.
 *
 * <p>The native library is taken from the folder that the user names by the system property {@value
 * #LIBRARY_PROPERTY} or the environment variable {@code PYTORCH_LIBRARY_PATH} (which wins), else
 * from {@link #useLibraryFolder}, else from a native jar on the class path, which DJL unpacks into
 * its cache. The user's folder may hold a libtorch with CUDA. Nothing is downloaded unless the user
 * agrees ({@link DeviceWish}), and DJL's usage tracking is off.
 */
public final class TorchEngine {

    /** System property: folder with libtorch, its {@code lib} or the one above. */
    public static final String LIBRARY_PROPERTY = "org.dlpixel.libtorch";

    private static final String DJL_LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final String DJL_FLAVOR = "PYTORCH_FLAVOR";
    private static final String DJL_OFFLINE = "ai.djl.offline";

    private static Optional<LibraryFolder> bundled = Optional.empty();
    private static NDManager root;
    private static String failure;

    private TorchEngine() {}

    /**
     * Names the unpacked native library that comes with the program. Has an effect only before the
     * first network is opened.
     *
     * @param folder holds libtorch_cpu and the rest
     * @throws InvalidInput if it holds no libtorch
     */
    public static synchronized void useLibraryFolder(Path folder) {
        bundled = Optional.of(LibraryFolder.of(folder));
    }

    /** Starts libtorch if it does not run yet, to fail early rather than in the middle. */
    public static synchronized void start() {
        start(false);
    }

    private static void start(boolean fetchCuda) {
        if (failure != null) {
            throw new EngineFailure(failure, null);
        }
        if (root == null) {
            setProperties(fetchCuda);
            try {
                root = EngineThread.call(TorchEngine::startWithOurClassLoader);
            } finally {
                System.setProperty(DJL_OFFLINE, "true");
            }
        }
    }

    /**
     * Finds the device to use, and starts libtorch unless it is the processor that is asked for.
     *
     * @return the device, never {@link Device#AUTO}
     * @throws EngineFailure if it cannot be used, with what to install, unless the wish allows the
     *     processor instead
     */
    public static synchronized DeviceChoice choose(DeviceWish wish) {
        if (wish.device() instanceof Device.Cpu) {
            return new DeviceChoice(Device.CPU, Optional.empty());
        }
        boolean fetch =
                wish.download()
                        && wish.device() instanceof Device.Cuda
                        && root == null
                        && userFolder().isEmpty();
        try {
            start(fetch);
        } catch (NotFetched e) {
            System.clearProperty(DJL_FLAVOR);
            if (!wish.cpuInstead()) {
                throw new EngineFailure(e.getMessage(), e);
            }
            start(false);
            return new DeviceChoice(
                    Device.CPU, Optional.of(e.getMessage() + " The processor is used instead."));
        }
        return cuda().choose(wish.device(), wish.cpuInstead());
    }

    private static CudaSupport cuda() {
        boolean built = new LibraryFolder(Path.of(LibUtils.getLibtorchPath())).hasCuda();
        boolean driver = EngineThread.call(JniUtils::getFeatures).contains("CUDA");
        return new CudaSupport(built, driver, TorchEngine::probe);
    }

    /** What keeps a CUDA device from working. */
    private static Optional<String> probe(int index) {
        return EngineThread.call(
                () -> {
                    try (NDManager manager = root.newSubManager(ai.djl.Device.gpu(index));
                            NDArray one = manager.create(1f)) {
                        return one.getFloat() == 1 ? Optional.empty() : Optional.of("wrong sums");
                    } catch (EngineException e) {
                        return Optional.of(TorchModule.firstLine(e));
                    }
                });
    }

    /** Version of libtorch, e.g. {@code 2.7.1}. */
    public static synchronized String version() {
        start();
        return Engine.getEngine("PyTorch").getVersion();
    }

    /**
     * A manager for arrays on a device; the caller closes it.
     *
     * @throws EngineFailure if the device cannot be used
     */
    static synchronized NDManager newManager(Device device) {
        start();
        Device chosen = choose(new DeviceWish(device)).device();
        return chosen instanceof Device.Cuda cuda
                ? root.newSubManager(ai.djl.Device.gpu(cuda.index()))
                : root.newSubManager(ai.djl.Device.cpu());
    }

    /** The engine's own services are looked up through the context class loader. */
    private static NDManager startWithOurClassLoader() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TorchEngine.class.getClassLoader());
        try {
            NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
            // What the optimiser of scripts makes gives the same numbers and takes more memory.
            JniUtils.setGraphExecutorOptimize(false);
            return manager;
        } catch (LinkageError | EngineException e) {
            throw notStarted(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static RuntimeException notStarted(Throwable e) {
        if (!Boolean.getBoolean(DJL_OFFLINE) && deepest(e) instanceof IOException cause) {
            return new NotFetched(cause);
        }
        // A second attempt would only say that a class is not found.
        failure = explain(e);
        return new EngineFailure(failure, e);
    }

    /** Libraries could not be downloaded; nothing is loaded yet. */
    private static final class NotFetched extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFetched(IOException cause) {
            super("The CUDA libraries cannot be fetched from the internet: " + cause + ".", cause);
        }
    }

    private static Optional<LibraryFolder> userFolder() {
        return LibraryFolder.ofUser(
                Optional.ofNullable(System.getProperty(LIBRARY_PROPERTY)), System.getenv());
    }

    private static void setProperties(boolean fetchCuda) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty(DJL_OFFLINE, Boolean.toString(!fetchCuda));
        if (fetchCuda) {
            System.clearProperty(DJL_LIBRARY_PATH);
            System.setProperty(DJL_FLAVOR, LibraryFolder.CUDA_FLAVOR);
        } else {
            userFolder().or(() -> bundled).ifPresent(TorchEngine::use);
        }
    }

    private static void use(LibraryFolder folder) {
        System.setProperty(DJL_LIBRARY_PATH, folder.path().toString());
        System.setProperty(DJL_FLAVOR, folder.flavor());
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
        return "The deep-learning engine (libtorch) cannot start: "
                + deepest(error).getMessage()
                + ". Supported are Linux x86_64 and aarch64, Windows x86_64 and macOS aarch64.";
    }

    private static Throwable deepest(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
