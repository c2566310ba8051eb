package org.dlpixel.nodes.convert;

import org.dlpixel.core.network.Device;
import org.dlpixel.core.network.DeviceChoice;
import org.dlpixel.core.network.DeviceWish;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.MixedPrecision;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.TorchEngine;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;

/** On what, and in which numbers, networks compute. */
@LoadDefaultsForAbsentFields
public final class DeviceParameters implements NodeParameters {

    static final class DeviceReference implements ParameterReference<String> {}

    /** A graphics card is asked for by its number. */
    static final class IsNamed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getString(DeviceReference.class).matchesPattern("\\s*[cC][uU][dD][aA].*");
        }
    }

    @Widget(
            title = "Device",
            description =
                    "auto: the first NVIDIA graphics card that the installed libtorch can use, else"
                            + " the processor. cpu: the processor. cuda:0, cuda:1, ...: that card."
                            + " Only on the processor do two executions give the same result bit"
                            + " for bit.")
    @ValueReference(DeviceReference.class)
    String m_device = "auto";

    @Widget(
            title = "Processor instead",
            description =
                    "If the card cannot be used, compute on the processor and say so, rather than"
                            + " stop.")
    @Effect(predicate = IsNamed.class, type = EffectType.SHOW)
    boolean m_cpuInstead;

    @Widget(
            title = "Allow download of CUDA libraries",
            description =
                    "If a card is asked for and no libtorch with CUDA is installed, fetch one from"
                            + " the internet, once, some gigabytes. A folder with an installed"
                            + " libtorch is named by the Java property org.dlpixel.libtorch or the"
                            + " environment variable PYTORCH_LIBRARY_PATH.")
    @Effect(predicate = IsNamed.class, type = EffectType.SHOW)
    boolean m_download;

    @Widget(
            advanced = true,
            title = "Mixed precision",
            description =
                    "Convolutions in bfloat16, where graphics card or processor have it; elsewhere"
                            + " networks stay in float32, with a warning. Few voxels change. While"
                            + " a network learns, it is validated in float32 in any case, and the"
                            + " model tells how much the two differ.")
    boolean m_mixedPrecision;

    /**
     * The device that is asked for; not looked for yet.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.InvalidInput for a text that is
     *     no device
     */
    public Device device() {
        return Device.parse(m_device);
    }

    /**
     * How networks are run; starts the engine.
     *
     * @param threads 0 for all cores
     * @throws org.dlpixel.core.image.PixelClassificationException.EngineFailure if the device
     *     cannot be used
     */
    public Execution execution(int threads, Warnings warnings) {
        DeviceChoice choice = choose(device(), m_cpuInstead);
        choice.warning().ifPresent(warnings::add);
        return Execution.onCpu(Threads.of(threads))
                .withDevice(choice.device())
                .withPrecision(precision(choice.device(), warnings));
    }

    /**
     * Makes sure that a further device can be used, too.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.EngineFailure if it cannot
     */
    public Device further(Device device) {
        return choose(device, false).device();
    }

    private DeviceChoice choose(Device device, boolean cpuInstead) {
        return TorchEngine.choose(new DeviceWish(device, cpuInstead, m_download));
    }

    private Precision precision(Device chosen, Warnings warnings) {
        if (m_mixedPrecision && !MixedPrecision.isSupported(chosen)) {
            warnings.add("No mixed precision: " + chosen + " is not known to compute in bfloat16.");
            return Precision.FLOAT32;
        }
        return m_mixedPrecision ? Precision.BFLOAT16 : Precision.FLOAT32;
    }
}
