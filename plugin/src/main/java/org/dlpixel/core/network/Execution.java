package org.dlpixel.core.network;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * How a network is run.
 *
 * @param threads threads per operation on the processor, 1..1024
 * @param device what it runs on
 * @param precision of the convolutions
 */
public record Execution(int threads, Device device, Precision precision) {

    public Execution {
        if (threads < 1 || threads > 1024) {
            throw InvalidInput.of("number of threads", threads, "between 1 and 1024");
        }
    }

    /** On the processor, in float32. */
    public static Execution onCpu(int threads) {
        return new Execution(threads, Device.CPU, Precision.FLOAT32);
    }

    public Execution withDevice(Device value) {
        return new Execution(threads, value, precision);
    }

    public Execution withPrecision(Precision value) {
        return new Execution(threads, device, value);
    }
}
