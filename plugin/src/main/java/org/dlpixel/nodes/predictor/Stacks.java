package org.dlpixel.nodes.predictor;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.core.io.StackTarget;
import org.dlpixel.nodes.convert.StackCell;
import org.dlpixel.nodes.convert.VolumeRow;
import org.knime.knip.base.data.img.ImgPlusCellFactory;

/** Makes what the results of each volume are written to. */
final class Stacks {

    private static final long MEGABYTE = 1_000_000;

    private final UNetSlicePredictorParameters parameters;
    private final ClassList classes;
    private final ImgPlusCellFactory cells;
    private final ResultPaths paths;

    Stacks(UNetSlicePredictorParameters parameters, ClassList classes, ImgPlusCellFactory cells) {
        this.parameters = parameters;
        this.classes = classes;
        this.cells = cells;
        this.paths = new ResultPaths(parameters.m_output);
    }

    /**
     * Opens one stack per product.
     *
     * @param fingerprint all that the results depend on
     * @throws InvalidInput if they are too large for image cells
     */
    RowResults open(VolumeRow volume, List<Integer> slices, String fingerprint) {
        SliceSource source = volume.image().orElseThrow();
        List<Product> products = Product.of(parameters.m_output);
        if (parameters.m_output.format().isEmpty()) {
            requireFits(volume, slices.size(), products);
        }
        Map<Product, ResultStack> stacks = new EnumMap<>(Product.class);
        try {
            for (Product product : products) {
                stacks.put(
                        product,
                        stack(product, volume, shape(product, source, slices), fingerprint));
            }
            int depth = source.shape().depth();
            return new RowResults(parameters.m_output, slices, depth, classes.size(), stacks);
        } catch (RuntimeException e) {
            stacks.values().forEach(ResultStack::close);
            throw e;
        }
    }

    private VolumeShape shape(Product product, SliceSource source, List<Integer> slices) {
        VolumeShape s = source.shape();
        return s.withSlices(slices.size()).withChannels(product.channels(classes));
    }

    private ResultStack stack(
            Product product, VolumeRow volume, VolumeShape shape, String fingerprint) {
        OutputParameters output = parameters.m_output;
        VoxelSize voxelSize = voxelSize(volume.image().orElseThrow().voxelSize());
        if (output.format().isEmpty()) {
            return new ResultStack.Cell(
                    new StackCell(shape, product.type(output), voxelSize, volume.source()), cells);
        }
        StackFormat format = output.format().get();
        Path path = paths.of(product, volume.source());
        StackTarget target =
                new StackTarget(
                        path,
                        shape,
                        product.type(output),
                        voxelSize,
                        product.content(output, classes),
                        firstZ(volume.image().orElseThrow()));
        return new ResultStack.File(path, format.open(target, product + "\n" + fingerprint));
    }

    private VoxelSize voxelSize(VoxelSize size) {
        int step = parameters.m_input.isAlongZ() ? parameters.m_input.range().step() : 1;
        return new VoxelSize(size.x(), size.y(), size.z() * step, size.unit(), size.time());
    }

    /** A preview lies where its slices lie in the volume. */
    private double firstZ(SliceSource source) {
        int first = parameters.m_input.isAlongZ() ? parameters.m_input.range().from() : 0;
        return first * source.voxelSize().z();
    }

    private void requireFits(VolumeRow volume, int slices, List<Product> products) {
        long bytesPerVoxel = 0;
        for (Product product : products) {
            bytesPerVoxel +=
                    (long) product.channels(classes) * product.type(parameters.m_output).bytes();
        }
        long plane = volume.image().orElseThrow().shape().plane();
        double megabytes = (double) plane * slices * bytesPerVoxel / MEGABYTE;
        if (megabytes > parameters.m_output.m_largestImage) {
            throw InvalidInput.of(
                    "size of the results of row " + volume.key(),
                    String.format(Locale.ROOT, "%.0f MB", megabytes),
                    "at most "
                            + parameters.m_output.m_largestImage
                            + " MB for image cells: choose files under 'Store as', or raise"
                            + " 'Largest image in MB'");
        }
    }
}
