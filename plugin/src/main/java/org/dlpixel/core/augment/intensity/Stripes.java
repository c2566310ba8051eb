package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;

/**
 * Shadows as absorbing grains throw in a light sheet: dark stripes along one direction through the
 * whole patch.
 *
 * <p>A profile across the stripes is multiplied to all channels: 1 minus depth * exp(-(t / width)^2
 * / 2) for each of 1..number stripes, of width [0.5, width) pixels and depth [0.1 depth, depth).
 * Where they overlap, they multiply. They lie within {@value #TILT} degrees of the axis.
 *
 * @param probability 0..1
 * @param direction along which they run
 * @param number most stripes in a patch, 1..100
 * @param width largest standard deviation of a stripe in pixels, 0.5..100
 * @param depth largest share of light that a stripe takes, above 0, at most 1
 */
public record Stripes(
        double probability, Direction direction, int number, double width, double depth)
        implements IntensityAugmentation {

    /** Along which axis of the image stripes run. */
    public enum Direction {
        /** Along the rows of the image. */
        X("Along x"),
        /** Along the columns of the image. */
        Y("Along y"),
        /** One or the other, drawn for every patch. */
        EITHER("Along x or y");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        /** What users read. */
        public String label() {
            return label;
        }
    }

    private static final double TILT = 5;

    public Stripes {
        Augmentation.requireProbability("probability of stripes", probability);
        Augmentation.require("number of stripes", number, 1, 100);
        Augmentation.require("width of stripes", width, 0.5, 100);
        Augmentation.require("depth of stripes", depth, 0.01, 1);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        boolean either = random.nextBoolean();
        boolean alongX = direction == Direction.EITHER ? either : direction == Direction.X;
        double tilt = Draw.symmetric(random, Math.toRadians(TILT));
        int count = 1 + random.nextInt(number);
        StripeProfile profile = new StripeProfile(patchSize);
        for (int i = 0; i < count; i++) {
            profile.darken(
                    Draw.symmetric(random, patchSize / 2.0),
                    Draw.between(random, 0.5, width),
                    Draw.between(random, 0.1 * depth, depth));
        }
        String text = count + (count == 1 ? " stripe" : " stripes") + " along ";
        return Optional.of(
                new PixelChange(
                        text + (alongX ? "x" : "y"), image -> profile.apply(image, alongX, tilt)));
    }
}
