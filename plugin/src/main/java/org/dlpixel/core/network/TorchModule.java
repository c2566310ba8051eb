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
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.function.Function;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;

/**
 * A TorchScript archive loaded into libtorch; methods take and give plain arrays. All of it happens
 * on the engine's thread, and while a module is open memory is kept ({@link Allocator}).
 */
final class TorchModule implements AutoCloseable {

    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final Allocator allocator;

    /** Loads an archive in evaluation mode. */
    TorchModule(byte[] archive) {
        manager = (PtNDManager) TorchEngine.newManager();
        allocator = Allocator.open();
        try {
            block = EngineThread.call(() -> load(archive));
        } catch (EngineFailure e) {
            release();
            throw e;
        }
    }

    private PtSymbolBlock load(byte[] archive) {
        try {
            PtSymbolBlock loaded =
                    JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
            JniUtils.enableInferenceMode(loaded);
            return loaded;
        } catch (IOException | EngineException e) {
            throw new EngineFailure("The network cannot be loaded: " + firstLine(e), e);
        }
    }

    /** Batch norm uses the batch and dropout drops. */
    void trainingMode() {
        EngineThread.run(() -> JniUtils.enableTrainingMode(block));
    }

    /** An argument of a method, made when it is called. */
    interface Argument extends Function<NDManager, NDArray> {}

    static Argument images(float[] values, int n, int channels, int height, int width) {
        Shape shape = new Shape(n, channels, height, width);
        return m -> m.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
    }

    static Argument labels(byte[] values, int n, int height, int width) {
        Shape shape = new Shape(n, height, width);
        return m -> m.create(ByteBuffer.wrap(values), shape, DataType.INT8);
    }

    static Argument numbers(double... values) {
        Shape shape = new Shape(values.length);
        return m -> m.create(DoubleBuffer.wrap(values), shape, DataType.FLOAT64);
    }

    /** Calls a method without gradients. */
    <T> T infer(String method, Function<NDArray, T> result, Argument... arguments) {
        return EngineThread.call(() -> call(method, false, result, arguments));
    }

    /** Calls a method that computes gradients. */
    <T> T train(String method, Function<NDArray, T> result, Argument... arguments) {
        return EngineThread.call(() -> withGradients(method, result, arguments));
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
            for (Argument argument : arguments) {
                inputs.add(argument.apply(scope));
            }
            return result.apply(IValueUtils.forward(block, inputs, train).singletonOrThrow());
        } catch (EngineException e) {
            throw new EngineFailure("The network failed: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        EngineThread.run(block::close);
        release();
    }

    private void release() {
        EngineThread.run(manager::close);
        allocator.close();
    }
}
