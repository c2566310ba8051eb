package org.dlpixel.core.phantom;

import java.util.List;
import org.dlpixel.core.image.VoxelSize;

/**
 * What the microscope looks at: how much light every voxel would give if it were lit evenly, and
 * which voxels are vessel.
 *
 * <p>Vessel walls are stained more strongly than the blood inside; the tissue around glows unevenly
 * and holds cells.
 */
final class Specimen {

    private static final double WALL = 2.6;
    private static final double LUMEN = 0.55;
    private static final double MICROMETRES3_PER_CELL = 28_000;

    private final VesselPhantomSettings settings;
    private final Volume depth;
    private final Volume brightness;

    private Specimen(VesselPhantomSettings settings) {
        this.settings = settings;
        int w = settings.width();
        int h = settings.height();
        int d = settings.slices();
        this.depth = Volume.filled(w, h, d, Float.NEGATIVE_INFINITY);
        this.brightness = Volume.filled(w, h, d, 0);
    }

    static Specimen of(VesselPhantomSettings settings, List<Ball> vessels) {
        Specimen specimen = new Specimen(settings);
        for (Ball ball : vessels) {
            specimen.stamp(ball);
        }
        return specimen;
    }

    /** 1 where the centre of a voxel lies in a vessel, else 0. */
    byte[] truth(int slice) {
        float[] depths = depth.slices()[slice];
        byte[] truth = new byte[depths.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = (byte) (depths[i] >= 0 ? 1 : 0);
        }
        return truth;
    }

    /** Light of vessels, tissue and cells; the brightest vessels give about 1. */
    Volume light(RandomStream random) {
        VoxelSize v = settings.voxelSize();
        Volume light = Volume.filled(settings.width(), settings.height(), settings.slices(), 0.1f);
        new Clouds(random.split()).addTo(light, v, 70, 0.09);
        new Clouds(random.split()).addTo(light, v, 22, 0.05);
        new Clouds(random.split()).addTo(light, v, 8, 0.03);
        addCells(light, random.split());
        addVessels(light);
        return light;
    }

    /** Keeps for every voxel how deep below a vessel's surface it lies. */
    private void stamp(Ball ball) {
        VoxelSize v = settings.voxelSize();
        double reach = ball.radius() + v.x();
        int z1 = (int) Math.min(settings.slices() - 1.0, Math.floor((ball.z() + reach) / v.z()));
        for (int z = (int) Math.max(0, Math.ceil((ball.z() - reach) / v.z())); z <= z1; z++) {
            double dz = z * v.z() - ball.z();
            int y1 = (int) Math.min(settings.height() - 1.0, (ball.y() + reach) / v.y());
            for (int y = (int) Math.max(0, Math.ceil((ball.y() - reach) / v.y())); y <= y1; y++) {
                double dy = y * v.y() - ball.y();
                stampRow(ball, reach, z, y, dz * dz + dy * dy);
            }
        }
    }

    private void stampRow(Ball ball, double reach, int z, int y, double d2) {
        double vx = settings.voxelSize().x();
        int x1 = (int) Math.min(settings.width() - 1.0, (ball.x() + reach) / vx);
        for (int x = (int) Math.max(0, Math.ceil((ball.x() - reach) / vx)); x <= x1; x++) {
            double dx = x * vx - ball.x();
            float below = (float) (ball.radius() - Math.sqrt(d2 + dx * dx));
            int i = y * settings.width() + x;
            if (below > depth.slices()[z][i]) {
                depth.slices()[z][i] = below;
                brightness.slices()[z][i] = (float) ball.brightness();
            }
        }
    }

    private void addVessels(Volume light) {
        double pixel = settings.voxelSize().x();
        for (int z = 0; z < light.depth(); z++) {
            float[] out = light.slices()[z];
            for (int i = 0; i < out.length; i++) {
                float below = depth.slices()[z][i];
                double covered = Math.min(1, Math.max(0, below / pixel + 0.5));
                if (covered > 0) {
                    double t = Math.max(0, below) / WALL;
                    double profile = LUMEN + (1 - LUMEN) * StrictMath.exp(-t * t);
                    double vessel = profile * brightness.slices()[z][i];
                    out[i] += (float) (covered * (vessel - 0.5 * out[i]));
                }
            }
        }
    }

    private void addCells(Volume light, RandomStream random) {
        VoxelSize v = settings.voxelSize();
        double volume =
                settings.width() * v.x() * settings.height() * v.y() * settings.slices() * v.z();
        int cells = (int) (volume / MICROMETRES3_PER_CELL);
        for (int i = 0; i < cells; i++) {
            double x = random.uniform() * settings.width() * v.x();
            double y = random.uniform() * settings.height() * v.y();
            double z = random.uniform() * settings.slices() * v.z();
            double radius = random.uniform(2.5, 5);
            addCell(light, new Ball(x, y, z, radius, random.uniform(0.1, 0.38)));
        }
    }

    private void addCell(Volume light, Ball cell) {
        VoxelSize v = settings.voxelSize();
        double r = cell.radius();
        int z1 = (int) Math.min(settings.slices() - 1.0, (cell.z() + r) / v.z());
        for (int z = (int) Math.max(0, Math.ceil((cell.z() - r) / v.z())); z <= z1; z++) {
            double half = Math.sqrt(r * r - (z * v.z() - cell.z()) * (z * v.z() - cell.z()));
            int y1 = (int) Math.min(settings.height() - 1.0, (cell.y() + half) / v.y());
            int x1 = (int) Math.min(settings.width() - 1.0, (cell.x() + half) / v.x());
            for (int y = (int) Math.max(0, (cell.y() - half) / v.y()); y <= y1; y++) {
                for (int x = (int) Math.max(0, (cell.x() - half) / v.x()); x <= x1; x++) {
                    double dy = y * v.y() - cell.y();
                    double dx = x * v.x() - cell.x();
                    if (dx * dx + dy * dy <= half * half) {
                        light.slices()[z][y * settings.width() + x] += (float) cell.brightness();
                    }
                }
            }
        }
    }
}
