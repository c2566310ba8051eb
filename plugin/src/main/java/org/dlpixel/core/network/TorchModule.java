package org.dlpixel.core.network;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;
import org.dlpixel.core.image.Roi;

/**
 * A TorchScript archive loaded into libtorch; methods take and give plain arrays. All of it happens
 * on the engine's thread, and while a module is open memory is kept ({@link Allocator}).
 */
final class TorchModule implements AutoCloseable {

    /** The process's number of threads, as last stated. */
    private static final AtomicInteger THREADS_IN_USE = new AtomicInteger();

    private final PtNDManager manager;
    private final EngineThread engine;
    private final PtSymbolBlock block;
    private final Allocator allocator;
    private final InputMemory inputs = new InputMemory();
    private final int threads;

    /** Loads an archive in evaluation mode, to run on the processor. */
    TorchModule(byte[] archive, int threads) {
        this(new ByteArrayInputStream(archive), Execution.onCpu(threads));
    }

    /**
     * Loads an archive in evaluation mode.
     *
     * @param execution its precision is the archive's affair
     */
    TorchModule(InputStream archive, Execution execution) {
        threads = execution.threads();
        manager = (PtNDManager) TorchEngine.newManager(execution.device());
        engine = engine(manager);
        try {
            block = engine.get(() -> load(archive));
        } catch (EngineFailure e) {
            closeManager();
            throw e;
        }
        // Not before: loading takes memory that is better given back.
        allocator = Allocator.open();
    }

    private PtSymbolBlock load(InputStream archive) {
        try {
            PtSymbolBlock loaded = JniUtils.loadModule(manager, archive, isOnGpu(), false);
            JniUtils.enableInferenceMode(loaded);
            return loaded;
        } catch (IOException | EngineException e) {
            throw new EngineFailure("The network cannot be loaded: " + firstLine(e), e);
        }
    }

    private static EngineThread engine(NDManager manager) {
        ai.djl.Device device = manager.getDevice();
        return device.isGpu() ? EngineThread.ofCuda(device.getDeviceId()) : EngineThread.first();
    }

    private boolean isOnGpu() {
        return manager.getDevice().isGpu();
    }

    /** Batch norm uses the batch and dropout drops. */
    void trainingMode() {
        engine.execute(() -> JniUtils.enableTrainingMode(block));
    }

    /**
     * An argument of a method; its values are copied to the module's device when the method is
     * called, numbers stay with the processor.
     *
     * @param fill puts the values into memory of the right size, in native order
     */
    record Argument(Shape shape, DataType type, boolean onDevice, Consumer<ByteBuffer> fill) {

        private int bytes() {
            return Math.toIntExact(Math.multiplyExact(shape.size(), type.getNumOfBytes()));
        }
    }

    static Argument images(float[] values, int n, int channels, int height, int width) {
        return new Argument(
                new Shape(n, channels, height, width),
                DataType.FLOAT32,
                true,
                memory -> memory.asFloatBuffer().put(values));
    }

    /** A part of one image, see {@link Mirror}. */
    static Argument part(FloatImage image, Roi part) {
        return new Argument(
                new Shape(1, image.channels(), part.height(), part.width()),
                DataType.FLOAT32,
                true,
                memory -> Mirror.read(image, part, memory.asFloatBuffer()));
    }

    static Argument labels(byte[] values, int n, int height, int width) {
        return new Argument(
                new Shape(n, height, width), DataType.INT8, true, memory -> memory.put(values));
    }

    static Argument numbers(double... values) {
        return new Argument(
                new Shape(values.length),
                DataType.FLOAT64,
                false,
                memory -> memory.asDoubleBuffer().put(values));
    }

    /** Calls a method without gradients. */
    <T> T infer(String method, Function<NDArray, T> result, Argument... arguments) {
        return engine.get(
                () -> {
                    useThreads();
                    return call(method, false, result, arguments);
                });
    }

    /**
     * Calls a method that computes gradients.
     *
     * @param seed of dropout in this call: modules that take turns do not disturb each other
     */
    <T> T train(String method, long seed, Function<NDArray, T> result, Argument... arguments) {
        return engine.get(
                () -> {
                    useThreads();
                    JniUtils.setSeed(seed);
                    return withGradients(method, result, arguments);
                });
    }

    /** The number is the process's, so every call states its own. */
    private void useThreads() {
        if (THREADS_IN_USE.getAndSet(threads) != threads) {
            JniUtils.setNumThreads(threads);
        }
    }

    private <T> T withGradients(String method, Function<NDArray, T> result, Argument... arguments) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            return call(method, true, result, arguments);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private <T> T call(
            String method, boolean train, Function<NDArray, T> result, Argument... arguments) {
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = new NDList();
            NDArray name = scope.create(0f);
            name.setName("module_method:" + method);
            inputs.add(name);
            for (int i = 0; i < arguments.length; i++) {
                inputs.add(array(scope, i, arguments[i]));
            }
            return result.apply(IValueUtils.forward(block, inputs, train).singletonOrThrow());
        } catch (EngineException e) {
            throw new EngineFailure("The network failed: " + firstLine(e), e);
        }
    }

    private NDArray array(NDManager scope, int position, Argument argument) {
        ByteBuffer memory = inputs.take(position, argument.bytes());
        argument.fill().accept(memory);
        memory.rewind();
        NDManager place = argument.onDevice() ? scope : scope.newSubManager(ai.djl.Device.cpu());
        return place.create(memory, argument.shape(), argument.type());
    }

    /** What went wrong, without the native stack. */
    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        engine.execute(block::close);
        closeManager();
        allocator.close();
    }

    private void closeManager() {
        engine.execute(
                () -> {
                    boolean onGpu = isOnGpu();
                    manager.close();
                    if (onGpu) {
                        JniUtils.emptyCudaCache();
                    }
                });
    }
}
