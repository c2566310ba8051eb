package org.dlpixel.core.augment.intensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dlpixel.core.augment.operation.Augmentation;

/**
 * Covers 1..number squares: the image shows the patch's mean there, the labels are ignored.
 *
 * <p>Sides are drawn uniformly from [side / 2, side], places uniformly; squares may overlap and
 * reach beyond the border by up to half their side. A square that would take the last pixel of a
 * class from the patch is left out.
 *
 * @param probability 0..1
 * @param number most squares, 1..100
 * @param side of the largest square, in sides of the patch, above 0, at most 0.5
 */
public record CutOut(double probability, int number, double side) implements IntensityAugmentation {

    public CutOut {
        Augmentation.requireProbability("probability of a cut-out", probability);
        Augmentation.require("number of cut-outs", number, 1, 100);
        Augmentation.require("side of a cut-out", side, 0.01, 0.5);
    }

    @Override
    public Optional<Change> draw(SplittableRandom random, int patchSize, int channels) {
        if (random.nextDouble() >= probability) {
            return Optional.empty();
        }
        int largest = Math.max(1, (int) (side * patchSize));
        int smallest = Math.max(1, largest / 2);
        int count = 1 + random.nextInt(number);
        List<Covers.Square> squares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = smallest + random.nextInt(largest - smallest + 1);
            int x = random.nextInt(patchSize) - length / 2;
            int y = random.nextInt(patchSize) - length / 2;
            squares.add(new Covers.Square(x, y, length));
        }
        return Optional.of(new Covers(squares));
    }
}
