package org.dlpixel.core.phantom;

import org.dlpixel.core.image.VoxelSize;

/**
 * Smooth random variation: values on a coarse grid, trilinearly interpolated with eased weights.
 */
final class Clouds {

    private final RandomStream random;

    Clouds(RandomStream random) {
        this.random = random;
    }

    /**
     * @param cell distance of the grid's points in micrometres
     * @param amplitude values of the grid are uniform within +-amplitude
     */
    void addTo(Volume volume, VoxelSize voxel, double cell, double amplitude) {
        int nx = (int) (volume.width() * voxel.x() / cell) + 2;
        int ny = (int) (volume.height() * voxel.y() / cell) + 2;
        int nz = (int) (volume.depth() * voxel.z() / cell) + 2;
        float[] grid = new float[nx * ny * nz];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) random.uniform(-amplitude, amplitude);
        }
        for (int z = 0; z < volume.depth(); z++) {
            double gz = z * voxel.z() / cell;
            for (int y = 0; y < volume.height(); y++) {
                double gy = y * voxel.y() / cell;
                for (int x = 0; x < volume.width(); x++) {
                    double gx = x * voxel.x() / cell;
                    volume.slices()[z][y * volume.width() + x] +=
                            (float) interpolate(grid, nx, nx * ny, gx, gy, gz);
                }
            }
        }
    }

    private static double interpolate(
            float[] grid, int row, int plane, double gx, double gy, double gz) {
        int i = (int) gx + row * (int) gy + plane * (int) gz;
        double wx = ease(gx - (int) gx);
        double wy = ease(gy - (int) gy);
        double wz = ease(gz - (int) gz);
        double near = bilinear(grid, i, row, wx, wy);
        double far = bilinear(grid, i + plane, row, wx, wy);
        return near + (far - near) * wz;
    }

    private static double bilinear(float[] grid, int i, int row, double wx, double wy) {
        double top = grid[i] + (grid[i + 1] - grid[i]) * wx;
        double bottom = grid[i + row] + (grid[i + row + 1] - grid[i + row]) * wx;
        return top + (bottom - top) * wy;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
