package org.dlpixel.core.phantom;

import org.dlpixel.core.image.VoxelSize;

/**
 * How a light-sheet microscope sees a specimen: blur (wider along z), haze from out of focus, a
 * sheet that enters from the left, weakens on its way and is brightest in its middle, shadow
 * stripes along the sheet behind whatever absorbs light, photon noise and the camera's noise.
 */
final class Microscope {

    private static final double BLUR_XY = 1.3;
    private static final double BLUR_Z = 2.4;
    private static final double HAZE_XY = 18;
    private static final double HAZE_Z = 20;
    private static final double HAZE = 0.5;
    private static final double OFFSET = 110;
    private static final double COUNTS_PER_ELECTRON = 9;

    private final VesselPhantomSettings settings;
    private final RandomStream random;

    Microscope(VesselPhantomSettings settings, RandomStream random) {
        this.settings = settings;
        this.random = random;
    }

    /** Changes light into expected photons, in place. */
    void image(Volume light) {
        VoxelSize v = settings.voxelSize();
        light.blur(BLUR_XY / v.x(), BLUR_Z / v.z());
        Volume haze = light.copy();
        haze.blur(HAZE_XY / v.x(), HAZE_Z / v.z());
        Volume field = Volume.filled(light.width(), light.height(), light.depth(), 1);
        new Clouds(random.split()).addTo(field, v, 110, 0.4 * settings.shading());
        float[][] stripes = stripes();
        for (int z = 0; z < light.depth(); z++) {
            float[] out = light.slices()[z];
            float[] glow = haze.slices()[z];
            float[] uneven = field.slices()[z];
            for (int i = 0; i < out.length; i++) {
                double sheet = sheet(i % light.width(), i / light.width(), z);
                double lit = sheet * uneven[i] * stripes[z][i];
                out[i] = (float) (settings.photons() * lit * (out[i] + HAZE * glow[i]));
            }
        }
    }

    /** The stored pixels of one slice of expected photons. */
    short[] expose(float[] photons, RandomStream noise) {
        short[] out = new short[photons.length];
        for (int i = 0; i < out.length; i++) {
            double electrons =
                    noise.poisson(Math.max(0, photons[i]))
                            + settings.readNoise() * noise.gaussian();
            double counts = Math.rint(OFFSET + COUNTS_PER_ELECTRON * electrons);
            out[i] = (short) Math.min(65535, Math.max(0, counts));
        }
        return out;
    }

    /** 1 where the light is best, less with the way through the tissue and off the sheet's axis. */
    private double sheet(int x, int y, int z) {
        double s = settings.shading();
        double u = (double) x / settings.width();
        double v = (y - 0.5 * settings.height()) / settings.height();
        double w = (double) z / settings.slices();
        return (1 - 0.62 * s * u * (1.6 - 0.6 * u)) * (1 - 1.3 * s * v * v) * (1 - 0.3 * s * w);
    }

    /** Transmission of the sheet, 0..1: shadows begin at an absorber and fade behind it. */
    private float[][] stripes() {
        Volume all = Volume.filled(settings.width(), settings.height(), settings.slices(), 1);
        RandomStream shadows = random.split();
        int count = (int) (settings.height() * settings.slices() / 70.0);
        for (int i = 0; i < count; i++) {
            shadow(all, shadows);
        }
        RandomStream rows = random.split();
        for (float[] slice : all.slices()) {
            double drift = 0;
            for (int y = 0; y < settings.height(); y++) {
                drift = 0.75 * drift + 0.07 * settings.stripes() * rows.gaussian();
                for (int x = 0; x < settings.width(); x++) {
                    slice[y * settings.width() + x] *= (float) Math.max(0.2, 1 + drift);
                }
            }
        }
        return all.slices();
    }

    private void shadow(Volume all, RandomStream shadows) {
        int middle = shadows.below(settings.height());
        int slice = shadows.below(settings.slices());
        double start = shadows.uniform(-0.6, 0.9) * settings.width();
        double width = shadows.uniform(0.6, 2.6);
        double dark = settings.stripes() * shadows.uniform(0.25, 1);
        double fade = shadows.uniform(0.4, 2) * settings.width();
        int reach = (int) Math.ceil(3 * width);
        for (int z = Math.max(0, slice - 1); z <= Math.min(settings.slices() - 1, slice + 1); z++) {
            double strength = z == slice ? dark : 0.5 * dark;
            int last = Math.min(settings.height() - 1, middle + reach);
            for (int y = Math.max(0, middle - reach); y <= last; y++) {
                double d = (y - middle) / width;
                double depth = strength * StrictMath.exp(-0.5 * d * d);
                for (int x = (int) Math.max(0, start); x < settings.width(); x++) {
                    double behind = x - start;
                    double shade = depth * Math.min(1, behind / 12) / (1 + behind / fade);
                    all.slices()[z][y * settings.width() + x] *= (float) (1 - shade);
                }
            }
        }
    }
}
