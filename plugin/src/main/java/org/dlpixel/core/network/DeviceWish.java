package org.dlpixel.core.network;

/**
 * The device that a user asks for, and what may be done to get it; see {@link
 * TorchEngine#choose(DeviceWish)}.
 *
 * @param device the wanted one
 * @param cpuInstead whether the processor will do if a CUDA device cannot be used
 * @param download whether the user agrees that CUDA libraries, some gigabytes, are fetched from the
 *     internet if a CUDA device is wanted and none are installed
 */
public record DeviceWish(Device device, boolean cpuInstead, boolean download) {

    /** Just this device, nothing is fetched. */
    public DeviceWish(Device device) {
        this(device, false, false);
    }
}
