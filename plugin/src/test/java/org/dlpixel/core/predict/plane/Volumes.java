package org.dlpixel.core.predict.plane;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.SlicingAxis;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.network.Correction;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;

/** Small volumes and networks. */
final class Volumes {

    private Volumes() {}

    /** An untrained network of three classes. */
    static PixelModel model(Normalization normalization, SliceContext context) {
        UNetSettings network =
                UNetSettings.defaults()
                        .withDepth(2)
                        .withBaseFeatures(4)
                        .withInputChannels(context.slices())
                        .withClasses(3);
        return new PixelModel(
                new ModelMetadata(
                        network,
                        ClassList.numbered(3),
                        normalization,
                        context,
                        Correction.NONE,
                        32,
                        1,
                        Map.of(),
                        Map.of()),
                Weights.random(network, 3));
    }

    static PixelModel model() {
        return model(Normalization.defaults(), SliceContext.NONE);
    }

    /** Stacks of the same extent as time points. */
    record Film(List<Noise> stacks) implements SliceSource {

        @Override
        public void read(int slice, float[] target) {
            stacks.get(shape().time(slice)).read(shape().z(slice), target);
        }

        @Override
        public VolumeShape shape() {
            VolumeShape one = stacks.get(0).shape();
            int times = stacks.size();
            return new VolumeShape(
                    one.width(), one.height(), one.slices() * times, one.channels(), times);
        }

        @Override
        public PixelType pixelType() {
            return PixelType.FLOAT32;
        }

        @Override
        public VoxelSize voxelSize() {
            return stacks.get(0).voxelSize();
        }

        @Override
        public String name() {
            return "film";
        }
    }

    /** Noise around what grows along x, y and z; counts the slices that are read. */
    static final class Noise implements SliceSource {

        private final VolumeShape shape;
        private final VoxelSize voxelSize;
        private final float[][] slices;
        private int reads;

        Noise(int width, int height, int depth, VoxelSize voxelSize) {
            this(width, height, depth, voxelSize, 7);
        }

        Noise(int width, int height, int depth, VoxelSize voxelSize, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            this.shape = new VolumeShape(width, height, depth, 1);
            this.voxelSize = voxelSize;
            this.slices = new float[depth][width * height];
            for (int z = 0; z < depth; z++) {
                for (int i = 0; i < slices[z].length; i++) {
                    int trend = 30 * z + 10 * (i / width) + 3 * (i % width);
                    slices[z][i] = (float) (trend + random.nextDouble(200));
                }
            }
        }

        /** This volume in slices across another axis, as a stack across z. */
        Noise turned(SlicingAxis axis) {
            VolumeShape to = axis.shape(shape);
            Noise other = new Noise(to.width(), to.height(), to.slices(), voxelSize);
            for (int z = 0; z < shape.slices(); z++) {
                for (int i = 0; i < slices[z].length; i++) {
                    int x = i % shape.width();
                    int y = i / shape.width();
                    switch (axis) {
                        case Z -> other.slices[z][i] = slices[z][i];
                        case Y -> other.slices[y][z * to.width() + x] = slices[z][i];
                        case X -> other.slices[x][z * to.width() + y] = slices[z][i];
                    }
                }
            }
            return other;
        }

        int reads() {
            return reads;
        }

        @Override
        public void read(int slice, float[] target) {
            reads++;
            System.arraycopy(slices[slice], 0, target, 0, target.length);
        }

        @Override
        public VolumeShape shape() {
            return shape;
        }

        @Override
        public PixelType pixelType() {
            return PixelType.FLOAT32;
        }

        @Override
        public VoxelSize voxelSize() {
            return voxelSize;
        }

        @Override
        public String name() {
            return "noise";
        }
    }
}
