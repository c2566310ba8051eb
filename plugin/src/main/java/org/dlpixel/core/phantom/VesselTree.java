package org.dlpixel.core.phantom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Grows trunks that wind, taper and branch through a box.
 *
 * <p>The direction of growth follows a velocity that is itself a slow random walk, which makes
 * smooth bends; branches obey Murray's law (the cubes of the daughters' radii add up to the
 * mother's: Murray, PNAS 12, 1926). Vessels as thin as capillaries no longer branch; they run on
 * for a while.
 */
final class VesselTree {

    private static final double STEP = 0.8;
    private static final double TAPER_LENGTH = 900;
    private static final double MARGIN = 25;
    private static final int MOST_BALLS = 2_000_000;

    private final VesselPhantomSettings settings;
    private final RandomStream random;
    private final double sizeX;
    private final double sizeY;
    private final double sizeZ;
    private final List<Ball> balls = new ArrayList<>();
    private final Deque<Tip> tips = new ArrayDeque<>();

    /** Where a vessel grows. */
    private static final class Tip {
        private double x;
        private double y;
        private double z;
        private Direction direction;
        private double radius;
        private double brightness;
        private double turnX;
        private double turnY;
        private double turnZ;
        private double left;
    }

    private VesselTree(VesselPhantomSettings settings, RandomStream random) {
        this.settings = settings;
        this.random = random;
        this.sizeX = settings.width() * settings.voxelSize().x();
        this.sizeY = settings.height() * settings.voxelSize().y();
        this.sizeZ = settings.slices() * settings.voxelSize().z();
    }

    /** All pieces of all vessels. */
    static List<Ball> grow(VesselPhantomSettings settings, RandomStream random) {
        VesselTree tree = new VesselTree(settings, random);
        for (int i = 0; i < settings.trunks(); i++) {
            tree.tips.add(tree.trunk());
        }
        while (!tree.tips.isEmpty() && tree.balls.size() < MOST_BALLS) {
            tree.follow(tree.tips.remove());
        }
        return tree.balls;
    }

    /** Enters through a random face, towards somewhere in the middle. */
    private Tip trunk() {
        Tip tip = new Tip();
        double[] at = {random.uniform(), random.uniform(), random.uniform()};
        at[random.below(3)] = random.uniform() < 0.5 ? 0 : 1;
        tip.x = at[0] * sizeX;
        tip.y = at[1] * sizeY;
        tip.z = at[2] * sizeZ;
        tip.direction =
                Direction.of(
                        random.uniform(0.05, 0.95) * sizeX - tip.x,
                        random.uniform(0.05, 0.95) * sizeY - tip.y,
                        random.uniform(0.05, 0.95) * sizeZ - tip.z);
        double spread = StrictMath.exp(0.35 * random.gaussian());
        tip.radius = Math.max(settings.capillaryRadius(), settings.trunkRadius() * spread);
        tip.brightness = random.uniform(0.5, 1);
        tip.left = Double.POSITIVE_INFINITY;
        return tip;
    }

    private void follow(Tip tip) {
        while (inside(tip) && tip.left > 0 && balls.size() < MOST_BALLS) {
            balls.add(new Ball(tip.x, tip.y, tip.z, tip.radius, tip.brightness));
            bend(tip);
            tip.x += STEP * tip.direction.x();
            tip.y += STEP * tip.direction.y();
            tip.z += STEP * tip.direction.z();
            tip.left -= STEP;
            tip.radius =
                    Math.max(
                            settings.capillaryRadius(),
                            tip.radius
                                    * (1 - STEP / TAPER_LENGTH)
                                    * (1 + 0.012 * random.gaussian()));
            boolean capillary = tip.radius < 1.15 * settings.capillaryRadius();
            if (capillary && Double.isInfinite(tip.left)) {
                tip.left = random.uniform(60, 260);
            }
            if (!capillary && random.uniform() < STEP / (9 * tip.radius + 30)) {
                branch(tip);
            }
        }
    }

    /** Thin vessels wind more than thick ones. */
    private void bend(Tip tip) {
        double wildness = 0.019 / Math.sqrt(tip.radius);
        tip.turnX = 0.93 * tip.turnX + wildness * random.gaussian();
        tip.turnY = 0.93 * tip.turnY + wildness * random.gaussian();
        tip.turnZ = 0.93 * tip.turnZ + wildness * random.gaussian();
        tip.direction = tip.direction.bent(tip.turnX, tip.turnY, tip.turnZ);
    }

    private void branch(Tip tip) {
        double share = random.uniform(0.12, 0.5);
        Tip daughter = new Tip();
        daughter.x = tip.x;
        daughter.y = tip.y;
        daughter.z = tip.z;
        daughter.radius = tip.radius * StrictMath.cbrt(share);
        daughter.direction = tip.direction.tilted(random.uniform(0.6, 1.2), random);
        daughter.brightness = Math.min(1, Math.max(0.4, tip.brightness + 0.12 * random.gaussian()));
        daughter.left = Double.POSITIVE_INFINITY;
        tips.add(daughter);
        tip.radius *= StrictMath.cbrt(1 - share);
        tip.direction = tip.direction.tilted(random.uniform(0.05, 0.3), random);
    }

    private boolean inside(Tip tip) {
        return tip.x > -MARGIN
                && tip.x < sizeX + MARGIN
                && tip.y > -MARGIN
                && tip.y < sizeY + MARGIN
                && tip.z > -MARGIN
                && tip.z < sizeZ + MARGIN;
    }
}
