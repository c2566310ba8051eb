package org.dlpixel.core.network;

import java.util.Optional;
import java.util.function.IntFunction;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;

/**
 * What the running libtorch can do with CUDA, and what follows for a wish.
 *
 * @param built whether libtorch was built with CUDA
 * @param driver whether libtorch reaches a driver and at least one device
 * @param probe what keeps the device of an index from working, if anything does; only asked if
 *     there is a driver
 */
record CudaSupport(boolean built, boolean driver, IntFunction<Optional<String>> probe) {

    private static final String NEED_LIBRARY =
            " needs a libtorch with CUDA, and the installed one has none. Install libtorch "
                    + LibraryFolder.VERSION
                    + " for CUDA 12.8, name its folder by the system property "
                    + TorchEngine.LIBRARY_PROPERTY
                    + " or the environment variable "
                    + LibraryFolder.ENVIRONMENT
                    + ", or allow the CUDA libraries to be fetched from the internet; then restart.";

    private static final String NEED_DRIVER =
            " cannot be used: libtorch has CUDA but finds no working driver or no device. Install"
                    + " an NVIDIA driver for CUDA 12.8 or newer (570 or newer), and restart.";

    private static final String INSTEAD = " The processor is used instead.";

    /**
     * Decides.
     *
     * @throws EngineFailure if the device cannot be used and nothing else will do
     */
    DeviceChoice choose(Device wanted, boolean cpuInstead) {
        if (wanted instanceof Device.Cpu) {
            return new DeviceChoice(Device.CPU, Optional.empty());
        }
        Device.Cuda cuda = wanted instanceof Device.Cuda named ? named : new Device.Cuda(0);
        Optional<String> problem = problem(cuda);
        if (problem.isEmpty()) {
            return new DeviceChoice(cuda, Optional.empty());
        }
        if (wanted instanceof Device.Auto) {
            return new DeviceChoice(Device.CPU, Optional.empty());
        }
        if (!cpuInstead) {
            throw new EngineFailure(problem.get(), null);
        }
        return new DeviceChoice(Device.CPU, problem.map(text -> text + INSTEAD));
    }

    private Optional<String> problem(Device.Cuda cuda) {
        if (!built) {
            return Optional.of("Device " + cuda + NEED_LIBRARY);
        }
        if (!driver) {
            return Optional.of("Device " + cuda + NEED_DRIVER);
        }
        return probe.apply(cuda.index())
                .map(reason -> "Device " + cuda + " does not exist or fails: " + reason + ".");
    }
}
