package org.dlpixel.core.augment.geometry;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;
import org.dlpixel.core.augment.operation.SplineField;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Bends the patch: every pixel is read from a little way off, as a smooth random field says.
 *
 * <p>Along each axis the shift is a uniform cubic B-spline over a square grid, its coefficients
 * drawn uniformly from [-displacement, displacement). No pixel is shifted further; a third of that
 * is typical. A displacement of at most {@value #FOLDING} spacings never folds the image (Choi and
 * Lee, Injectivity conditions of 2D and 3D uniform cubic B-spline functions, Graphical Models 62,
 * 2000: 1 / 2.0464 spacings).
 *
 * @param probability 0..1
 * @param displacement largest shift along x and along y in pixels, 0..{@value #FOLDING} spacings
 * @param spacing between the grid's nodes in pixels, 4..1024
 */
public record Elastic(double probability, double displacement, int spacing)
        implements GeometricAugmentation {

    /** Largest shift in spacings of the grid. */
    public static final double FOLDING = 0.48;

    public Elastic {
        Augmentation.requireProbability("probability of an elastic deformation", probability);
        Augmentation.require("spacing of an elastic deformation", spacing, 4, 1024);
        if (!(displacement >= 0 && displacement <= FOLDING * spacing)) {
            throw InvalidInput.of(
                    "displacement of an elastic deformation",
                    displacement,
                    "from 0 to " + FOLDING + " of its spacing, " + spacing);
        }
    }

    @Override
    public Optional<Movement> draw(SplittableRandom random, int patchSize) {
        if (random.nextDouble() >= probability || displacement == 0) {
            return Optional.empty();
        }
        SplineField x = SplineField.random(random, patchSize, patchSize, spacing, displacement);
        SplineField y = SplineField.random(random, patchSize, patchSize, spacing, displacement);
        return Optional.of(
                new Movement.Bent(
                        new Displacement(x, y, displacement),
                        "elastic " + Draw.text(displacement, 1) + " px"));
    }
}
