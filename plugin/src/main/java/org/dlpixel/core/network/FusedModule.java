package org.dlpixel.core.network;

import java.util.Optional;
import java.util.Set;
import org.dlpixel.core.image.PixelClassificationException.EngineFailure;

/** Loads networks in their fastest form where there is one. */
final class FusedModule {

    private static final Set<String> X86 = Set.of("amd64", "x86_64");

    private FusedModule() {}

    /** Empty if there is no such form for the network or the machine. */
    static Optional<TorchModule> open(
            UNetSettings settings, Weights weights, ScriptVariant variant, Execution execution) {
        return open(settings, weights, variant, execution, Strips.Height.DEFAULT);
    }

    /** Empty if there is no such form for the network or the machine. */
    static Optional<TorchModule> open(
            UNetSettings settings,
            Weights weights,
            ScriptVariant variant,
            Execution execution,
            Strips.Height height) {
        if (!isKnown(settings, execution)) {
            return Optional.empty();
        }
        TorchModule module = null;
        try {
            module =
                    new TorchModule(
                            FusedResidualUNet.stream(settings, weights, variant, height),
                            execution);
            module.<Boolean>infer(
                    FusedLayers.PREPARE,
                    done -> true,
                    TorchModule.images(new float[1], 1, 1, 1, 1));
            return Optional.of(module);
        } catch (EngineFailure e) {
            // A libtorch without these operations, e.g. the user's own: the usual form works.
            if (module != null) {
                module.close();
            }
            return Optional.empty();
        }
    }

    private static boolean isKnown(UNetSettings settings, Execution execution) {
        boolean fast =
                execution.precision() == Precision.FLOAT32
                        || MixedPrecision.isSupported(execution.device());
        return settings.architecture() == Architecture.RESIDUAL_UNET
                && settings.norm() == Norm.BATCH
                && execution.device() instanceof Device.Cpu
                && X86.contains(System.getProperty("os.arch"))
                && fast;
    }
}
