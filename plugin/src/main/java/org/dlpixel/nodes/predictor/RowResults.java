package org.dlpixel.nodes.predictor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.io.VolumeFiles;
import org.dlpixel.core.predict.PredictionSink;
import org.dlpixel.core.predict.SlicePrediction;
import org.knime.core.data.DataCell;

/** Takes the slices of one volume, and keeps what is asked for. */
final class RowResults implements PredictionSink, AutoCloseable {

    private final OutputParameters output;
    private final List<Integer> slices;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final int classes;
    private final int depth;
    private final Map<Product, ResultStack> stacks;
    private final boolean goesOn;
    private SliceStatistics statistics;

    /**
     * @param slices of the image that the result has, ascending
     * @param depth slices of the image per time point
     * @param classes how many there are
     * @param stacks closed with the results
     */
    RowResults(
            OutputParameters output,
            List<Integer> slices,
            int depth,
            int classes,
            Map<Product, ResultStack> stacks) {
        this.output = output;
        this.slices = List.copyOf(slices);
        slices.forEach(slice -> positions.put(slice, positions.size()));
        this.depth = depth;
        this.classes = classes;
        this.stacks = new LinkedHashMap<>(stacks);
        this.statistics = new SliceStatistics(classes, depth);
        this.goesOn = this.slices.stream().anyMatch(this::has);
    }

    /** Whether an earlier execution left some slices. */
    boolean goesOn() {
        return goesOn;
    }

    /** Slices that are not part of the result need not be predicted either. */
    @Override
    public boolean has(int slice) {
        Integer position = positions.get(slice);
        return position == null || stacks.values().stream().allMatch(stack -> stack.has(position));
    }

    @Override
    public void write(SlicePrediction prediction) {
        int position = positions.get(prediction.slice());
        stacks.forEach((product, stack) -> write(product, stack, position, prediction));
        if (!goesOn) {
            statistics.add(prediction.slice(), prediction.classes());
        }
    }

    private void write(Product product, ResultStack stack, int position, SlicePrediction p) {
        switch (product) {
            case SEGMENTATION -> stack.write(position, values(p.classes()));
            case PROBABILITIES -> stack.write(position, scaled(probabilities(p)));
            case UNCERTAINTY ->
                    stack.write(
                            position,
                            scaled(
                                    output.m_uncertainty
                                            .uncertainty()
                                            .orElseThrow()
                                            .of(probabilities(p))));
        }
    }

    private static FloatImage probabilities(SlicePrediction prediction) {
        return prediction.probabilities().orElseThrow();
    }

    private byte[] values(byte[] classIndex) {
        int offset = output.m_values.offset();
        if (offset == 0) {
            return classIndex;
        }
        byte[] values = new byte[classIndex.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (classIndex[i] + offset);
        }
        return values;
    }

    /** 0..1 as the largest value of an integer type. */
    private float[] scaled(FloatImage shares) {
        PixelType type = output.m_mapType.type();
        if (type.isFloat()) {
            return shares.pixels();
        }
        float[] values = new float[shares.pixels().length];
        float factor = (float) type.max();
        for (int i = 0; i < values.length; i++) {
            values[i] = shares.pixels()[i] * factor;
        }
        return values;
    }

    /** All slices were written: completes the results, in the order of the products. */
    List<DataCell> finish(Progress progress) throws IOException {
        List<DataCell> cells = new ArrayList<>();
        for (ResultStack stack : stacks.values()) {
            cells.add(stack.finish());
        }
        if (goesOn && stacks.get(Product.SEGMENTATION) instanceof ResultStack.File file) {
            statistics = new SliceStatistics(classes, depth);
            try (SliceSource written = VolumeFiles.open(file.path())) {
                count(written, progress);
            }
        }
        return cells;
    }

    /** What an earlier execution left is only known from the file. */
    private void count(SliceSource written, Progress progress) {
        float[] values = new float[written.shape().plane()];
        byte[] classIndex = new byte[values.length];
        for (int position = 0; position < slices.size(); position++) {
            progress.checkCancelled();
            written.read(position, values);
            for (int i = 0; i < values.length; i++) {
                classIndex[i] = (byte) (values[i] - output.m_values.offset());
            }
            statistics.add(slices.get(position), classIndex);
        }
    }

    SliceStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        stacks.values().forEach(ResultStack::close);
    }
}
