package org.dlpixel.core.network;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.Roi;

/** Where {@link Precision#BFLOAT16} pays, and what it costs. */
public final class MixedPrecision {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** As Linux calls the instructions on x86 and Arm. */
    private static final Set<String> INSTRUCTIONS = Set.of("avx512_bf16", "amx_bf16", "bf16");

    /** Compute capability 8.0 (Ampere), as two digits. */
    private static final int CUDA_CAPABILITY = 80;

    private MixedPrecision() {}

    /**
     * Whether a device computes in bfloat16 by itself. Others run such a network as well, but no
     * faster. Of processors this is known under Linux only; elsewhere the answer is no.
     *
     * @param device {@link Device#AUTO} is what {@link TorchEngine#choose} makes of it
     */
    public static boolean isSupported(Device device) {
        Device chosen = TorchEngine.choose(new DeviceWish(device, true, false)).device();
        return chosen instanceof Device.Cuda cuda ? isSupportedByCuda(cuda) : isSupportedByCpu();
    }

    private static boolean isSupportedByCpu() {
        try {
            return Files.isReadable(CPU_INFO) && hasInstructions(Files.readString(CPU_INFO));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * @param text as of /proc/cpuinfo
     */
    static boolean hasInstructions(String text) {
        return text.lines()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .anyMatch(INSTRUCTIONS::contains);
    }

    private static boolean isSupportedByCuda(Device.Cuda cuda) {
        try {
            int capability = Integer.parseInt(CudaUtils.getComputeCapability(cuda.index()));
            return capability >= CUDA_CAPABILITY;
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The CUDA runtime is not where Java finds it, or does not know the device.
            return false;
        }
    }

    /**
     * The check of a network that was trained, or is to be used, in mixed precision: the share of
     * pixels whose class is another one than in float32.
     *
     * @param images normalised to 0..1, of any size, at least one
     * @param execution threads and device
     * @return 0..1
     */
    public static double disagreement(
            PixelModel model, List<FloatImage> images, Execution execution) {
        if (images.isEmpty()) {
            throw InvalidInput.of("number of images", 0, "at least 1");
        }
        long different = 0;
        long all = 0;
        try (Network full = model.open(execution.withPrecision(Precision.FLOAT32));
                Network mixed = model.open(execution.withPrecision(Precision.BFLOAT16))) {
            for (FloatImage image : images) {
                different += differences(full, mixed, image);
                all += (long) image.width() * image.height();
            }
        }
        return (double) different / all;
    }

    /** The image is mirrored to a size that the networks take; only its own pixels count. */
    private static long differences(Network full, Network mixed, FloatImage image) {
        ReceptiveField field = ReceptiveField.of(full.settings());
        int width = field.roundUp(image.width());
        int height = field.roundUp(image.height());
        float[] padded = Mirror.read(image, new Roi(0, 0, width, height));
        byte[] expected = full.classes(padded, 1, height, width);
        byte[] found = mixed.classes(padded, 1, height, width);
        long count = 0;
        for (int i = 0; i < image.height() * width; i++) {
            count += i % width < image.width() && expected[i] != found[i] ? 1 : 0;
        }
        return count;
    }
}
