package org.dlpixel.core.augment.intensity;

import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.dlpixel.core.augment.operation.Draw;
import org.dlpixel.core.augment.operation.SplineField;
import org.dlpixel.core.image.FloatImage;

/**
 * Uneven illumination: v becomes v (1 + s f(x, y)), with a smooth random f of peak 1 and s from
 * [0.2 strength, strength).
 *
 * <p>f is a uniform cubic B-spline of about {@value #CELLS} x {@value #CELLS} cells over the patch,
 * the same in all channels.
 *
 * @param probability 0..1
 * @param strength largest s, above 0, at most 0.9
 */
public record Shading(double probability, double strength) implements IntensityAugmentation {

    private static final int CELLS = 2;

    public Shading {
        Augmentation.requireProbability("probability of shading", probability);
        Augmentation.require("strength of shading", strength, 0.01, 0.9);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        double drawn = Draw.between(random, 0.2 * strength, strength);
        SplineField field =
                SplineField.random(
                        random, patchSize, patchSize, (patchSize + CELLS - 1) / CELLS, 1);
        SplineField scaled = field.times((float) drawn / Math.max(1e-6f, field.peak()));
        return Optional.of(
                new PixelChange("shading " + Draw.text(drawn, 2), image -> shade(image, scaled)));
    }

    private static void shade(FloatImage image, SplineField field) {
        int width = image.width();
        int height = image.height();
        float[] pixels = image.pixels();
        float[] row = new float[width];
        float[] scratch = new float[field.scratch()];
        for (int y = 0; y < height; y++) {
            field.row(y, 0, row, width, scratch);
            for (int c = 0; c < image.channels(); c++) {
                int from = (c * height + y) * width;
                for (int x = 0; x < width; x++) {
                    pixels[from + x] += pixels[from + x] * row[x];
                }
            }
        }
    }
}
