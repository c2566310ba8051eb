package org.dlpixel.nodes.learner;

import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.Loss;
import org.dlpixel.core.network.Norm;
import org.dlpixel.core.train.settings.ClassWeights;
import org.dlpixel.core.train.settings.Preset;
import org.dlpixel.nodes.variation.Variation;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** What the dialog of the U-Net Learner lets users choose, and which choice shows which field. */
final class Choices {

    private Choices() {}

    enum Settings {
        @Label(value = "As set below", description = "The values of the fields below.")
        OWN,
        @Label(
                value = "Fast (CPU)",
                description = "Half the steps of the standard, a little less accurate.")
        FAST,
        @Label(
                value = "Standard",
                description = "The defaults: what is best with few labels on the data at hand.")
        STANDARD,
        @Label(
                value = "Original (NEABDL)",
                description =
                        "As napari-easy-augment-batch-dl: residual U-Net of depth 5 with 32"
                                + " features, cross entropy, Adam at the rate 0.0001, 100 epochs of"
                                + " 100 patches of 256 pixels. Needs more time than the limit"
                                + " below allows on most machines without a graphics card.")
        ORIGINAL;

        /** Only if these are not the user's own. */
        Preset preset() {
            return Preset.valueOf(name());
        }
    }

    enum Network {
        @Label(
                value = "Residual U-Net",
                description = "MONAI's UNet; strides first, which makes it fast.")
        RESIDUAL_UNET,
        @Label(
                value = "U-Net",
                description =
                        "Double convolutions and a skip at full resolution: keeps thin structures,"
                                + " takes more time.")
        U_NET;

        Architecture architecture() {
            return Architecture.valueOf(name());
        }
    }

    enum FeatureNorm {
        @Label(
                value = "Batch norm",
                description = "Every pixel is treated alike; tiles give exactly the whole.")
        BATCH,
        @Label(
                value = "Group norm",
                description =
                        "Does not depend on the batch size: for batches of one to three. Pixels far"
                                + " away have a little influence, so tiles are not quite exact.")
        GROUP;

        Norm norm() {
            return Norm.valueOf(name());
        }
    }

    enum LossFunction {
        @Label(value = "Cross entropy + soft Dice", description = "The sum of both.")
        CROSS_ENTROPY_AND_DICE,
        @Label(value = "Cross entropy", description = "Every labelled pixel counts alike.")
        CROSS_ENTROPY,
        @Label(value = "Soft Dice", description = "Every class counts alike.")
        DICE,
        @Label(
                value = "Focal",
                description = "Cross entropy in which pixels that are right already count less.")
        FOCAL;

        Loss loss() {
            return Loss.valueOf(name());
        }
    }

    enum Weighting {
        @Label(value = "Off", description = "All classes alike.")
        OFF,
        @Label(value = "Manual", description = "The weights below.")
        MANUAL,
        @Label(
                value = "From label frequencies",
                description = "Inversely to how many training pixels carry the class.")
        FROM_LABELS;

        ClassWeights weights(String manual) {
            return switch (this) {
                case OFF -> new ClassWeights.Off();
                case MANUAL -> new ClassWeights.Manual(numbers("class weights", manual));
                case FROM_LABELS -> new ClassWeights.FromLabels();
            };
        }
    }

    /** Numbers above 0, separated by commas. */
    static List<Double> numbers(String name, String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split("[,;]", -1)) {
            try {
                double number = Double.parseDouble(part.strip());
                if (!(number > 0 && Double.isFinite(number))) {
                    throw new NumberFormatException("not above 0");
                }
                numbers.add(number);
            } catch (NumberFormatException e) {
                throw InvalidInput.of(
                        name,
                        "'" + text + "'",
                        "numbers above 0, separated by commas, the background's first");
            }
        }
        return numbers;
    }

    static final class AtMostSix extends MaxValidation {
        @Override
        protected double getMax() {
            return 6;
        }
    }

    static final class SettingsReference implements ParameterReference<Settings> {}

    static final class LossReference implements ParameterReference<LossFunction> {}

    static final class WeightingReference implements ParameterReference<Weighting> {}

    /** The fields count. */
    static final class IsOwn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(SettingsReference.class).isOneOf(Settings.OWN);
        }
    }

    /** The operations count. */
    static final class HasOperations implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getPredicate(Variation.IsCustom.class).and(i.getPredicate(IsOwn.class));
        }
    }

    /** The preset leaves validation and the unlabelled rest to the fields. */
    static final class IsThorough implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(SettingsReference.class).isOneOf(Settings.OWN, Settings.STANDARD);
        }
    }

    static final class IsFocal implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(LossReference.class)
                    .isOneOf(LossFunction.FOCAL)
                    .and(i.getPredicate(IsOwn.class));
        }
    }

    static final class IsManual implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(WeightingReference.class)
                    .isOneOf(Weighting.MANUAL)
                    .and(i.getPredicate(IsOwn.class));
        }
    }
}
