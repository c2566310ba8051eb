package org.dlpixel.core.augment;

import java.util.List;
import org.dlpixel.core.augment.geometry.Elastic;
import org.dlpixel.core.augment.geometry.Flip;
import org.dlpixel.core.augment.geometry.Rotate;
import org.dlpixel.core.augment.geometry.Rotate90;
import org.dlpixel.core.augment.geometry.Shear;
import org.dlpixel.core.augment.geometry.SizedCrop;
import org.dlpixel.core.augment.geometry.Zoom;
import org.dlpixel.core.augment.intensity.BrightnessContrast;
import org.dlpixel.core.augment.intensity.ColourJitter;
import org.dlpixel.core.augment.intensity.CutOut;
import org.dlpixel.core.augment.intensity.Gamma;
import org.dlpixel.core.augment.intensity.GaussianBlur;
import org.dlpixel.core.augment.intensity.GaussianNoise;
import org.dlpixel.core.augment.intensity.Invert;
import org.dlpixel.core.augment.intensity.PoissonNoise;
import org.dlpixel.core.augment.intensity.Shading;
import org.dlpixel.core.augment.intensity.Sharpen;
import org.dlpixel.core.augment.intensity.Stripes;
import org.dlpixel.core.augment.operation.Augmentation;

/** All operations, each with its default parameters and probability 1. */
public final class Operations {

    /**
     * An operation on its own.
     *
     * @param name what users read
     * @param augmentation with probability 1
     */
    public record Named(String name, Augmentation augmentation) {

        /** Settings with this operation alone. */
        public AugmentationSettings alone() {
            return new AugmentationSettings(name, List.of(augmentation));
        }
    }

    private static final List<Named> ALL =
            List.of(
                    new Named("Flip", new Flip(1, 0)),
                    new Named("Rotate by 90°", new Rotate90(1)),
                    new Named("Sized crop", new SizedCrop(1, 1.25)),
                    new Named("Rotate", new Rotate(1, 45)),
                    new Named("Zoom", new Zoom(1, 1.5)),
                    new Named("Shear", new Shear(1, 15)),
                    new Named("Elastic", new Elastic(1, 8, 32)),
                    new Named(
                            "Brightness and contrast", new BrightnessContrast(1, 0.2, 0.2, false)),
                    new Named("Gamma", new Gamma(1, 0.2)),
                    new Named("Gaussian blur", new GaussianBlur(1, 2)),
                    new Named("Sharpen", new Sharpen(1, 1, 1)),
                    new Named("Gaussian noise", new GaussianNoise(1, 0.05)),
                    new Named("Poisson noise", new PoissonNoise(1, 50)),
                    new Named("Shading", new Shading(1, 0.4)),
                    new Named("Stripes", new Stripes(1, Stripes.Direction.X, 6, 3, 0.5)),
                    new Named("Invert", new Invert(1)),
                    new Named("Colour jitter", new ColourJitter(1, 0.5, 0.2, 0.5, 0.5)),
                    new Named("Cut-out", new CutOut(1, 3, 0.2)));

    private Operations() {}

    /** Geometry first, in the order in which presets apply them. */
    public static List<Named> all() {
        return ALL;
    }
}
