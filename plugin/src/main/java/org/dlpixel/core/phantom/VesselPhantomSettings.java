package org.dlpixel.core.phantom;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.VoxelSize;

/**
 * What kind of vessel stack is made.
 *
 * @param width pixels along x, 16..2048
 * @param height pixels along y, 16..2048
 * @param slices along z, 1..1024
 * @param voxelSize micrometres; light-sheet stacks are coarser along z
 * @param trunks vessels that enter the volume, 1..1000
 * @param trunkRadius mean radius of trunks in micrometres, at least {@code capillaryRadius}
 * @param capillaryRadius radius in micrometres below which vessels do not branch, above 0
 * @param photons mean photons of the brightest vessels per voxel, above 0: fewer mean more noise
 * @param readNoise standard deviation of the camera in electrons, at least 0
 * @param shading how unevenly the light falls, 0 (even) to 1
 * @param stripes how dark shadow stripes are, 0 (none) to 1
 * @param labelledSlices slices that carry scribbles, 0..slices
 * @param labelledFraction share of the pixels of these slices that is scribbled on, 0..0.5
 * @param seed of everything
 */
public record VesselPhantomSettings(
        int width,
        int height,
        int slices,
        VoxelSize voxelSize,
        int trunks,
        double trunkRadius,
        double capillaryRadius,
        double photons,
        double readNoise,
        double shading,
        double stripes,
        int labelledSlices,
        double labelledFraction,
        long seed) {

    public VesselPhantomSettings {
        require("width", width, 16, 2048);
        require("height", height, 16, 2048);
        require("number of slices", slices, 1, 1024);
        require("number of trunks", trunks, 1, 1000);
        require("capillary radius", capillaryRadius, 0.1, 1000);
        require("trunk radius", trunkRadius, capillaryRadius, 1000);
        require("number of photons", photons, 0.1, 10000);
        require("read noise", readNoise, 0, 1000);
        require("shading", shading, 0, 1);
        require("stripes", stripes, 0, 1);
        require("number of labelled slices", labelledSlices, 0, slices);
        require("labelled fraction", labelledFraction, 0, 0.5);
    }

    /** 48 x 256 x 256 voxels of 5 x 1.17 x 1.17 micrometres, five scribbled slices. */
    public static VesselPhantomSettings defaults() {
        return new VesselPhantomSettings(
                256,
                256,
                48,
                new VoxelSize(1.17, 1.17, 5, "um"),
                16,
                7,
                3.2,
                75,
                3,
                0.75,
                0.8,
                5,
                0.02,
                42);
    }

    public VesselPhantomSettings withSeed(long newSeed) {
        return new VesselPhantomSettings(
                width,
                height,
                slices,
                voxelSize,
                trunks,
                trunkRadius,
                capillaryRadius,
                photons,
                readNoise,
                shading,
                stripes,
                labelledSlices,
                labelledFraction,
                newSeed);
    }

    public VesselPhantomSettings withLabelledSlices(int newLabelledSlices) {
        return new VesselPhantomSettings(
                width,
                height,
                slices,
                voxelSize,
                trunks,
                trunkRadius,
                capillaryRadius,
                photons,
                readNoise,
                shading,
                stripes,
                newLabelledSlices,
                labelledFraction,
                seed);
    }

    public VesselPhantomSettings withTrunks(int newTrunks) {
        return new VesselPhantomSettings(
                width,
                height,
                slices,
                voxelSize,
                newTrunks,
                trunkRadius,
                capillaryRadius,
                photons,
                readNoise,
                shading,
                stripes,
                labelledSlices,
                labelledFraction,
                seed);
    }

    /** Another extent; the number of trunks and of labelled slices stays. */
    public VesselPhantomSettings withExtent(int newWidth, int newHeight, int newSlices) {
        return new VesselPhantomSettings(
                newWidth,
                newHeight,
                newSlices,
                voxelSize,
                trunks,
                trunkRadius,
                capillaryRadius,
                photons,
                readNoise,
                shading,
                stripes,
                Math.min(labelledSlices, newSlices),
                labelledFraction,
                seed);
    }

    private static void require(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw InvalidInput.of(name, value, "from " + min + " to " + max);
        }
    }
}
