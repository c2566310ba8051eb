package org.dlpixel.benchmark.prediction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dlpixel.benchmark.Sample;
import org.dlpixel.core.network.ConvolutionRate;
import org.dlpixel.core.network.ConvolutionRate.Layout;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.bioimage.BioimageModel;

/** Measures in turn how fast libtorch convolves and how fast a network is computed by it. */
final class RateWorker {

    /** GFLOP/s of convolutions and nothing else. */
    static final String ATTAINABLE = "attainable";

    /** GFLOP/s of the network. */
    static final String NETWORK = "network";

    /** Seconds for a slice of the volume. */
    static final String SLICE = "slice";

    /** Begins the argument that says how often each is measured. */
    static final String ROUNDS = "rounds=";

    private static final double NANOS = 1e9;

    private final Map<Layout, List<Double>> convolutions = new EnumMap<>(Layout.class);
    private final List<Double> slices = new ArrayList<>();

    private RateWorker() {}

    /**
     * Measures.
     *
     * @param arguments rounds, precision and those of a {@link Job}
     */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        Map<String, String> values = Job.values(all);
        Job job = Job.parse(all);
        Precision precision = Precision.valueOf(values.get("precision"));
        Execution execution = Execution.onCpu(job.threads()).withPrecision(precision);
        int rounds = Integer.parseInt(values.get("rounds"));
        PredictionWorker.answer(new RateWorker().measure(job, execution, rounds));
    }

    private Map<String, Double> measure(Job job, Execution execution, int rounds) {
        PixelModel model = BioimageModel.read(job.model());
        double pixels;
        try (Network network = model.open(execution);
                ConvolutionRate planes = new ConvolutionRate(Layout.PLANES, execution);
                ConvolutionRate interleaved = new ConvolutionRate(Layout.PIXELS, execution)) {
            Inference inference = new Inference(network, job);
            pixels = inference.pixels();
            for (int round = -1; round < rounds; round++) {
                double first = seconds(planes::run);
                double second = seconds(interleaved::run);
                double third = seconds(inference);
                if (round >= 0) {
                    convolutions.computeIfAbsent(Layout.PLANES, k -> new ArrayList<>()).add(first);
                    convolutions.computeIfAbsent(Layout.PIXELS, k -> new ArrayList<>()).add(second);
                    slices.add(third);
                }
            }
        }
        return numbers(job, pixels);
    }

    private Map<String, Double> numbers(Job job, double pixels) {
        double convolution =
                convolutions.values().stream()
                        .mapToDouble(times -> Sample.of(times).median())
                        .min()
                        .orElse(Double.NaN);
        double slice = Sample.of(slices).median();
        double work = new ConvolutionWork(job.network()).perPixel() * pixels;
        Map<String, Double> numbers = new TreeMap<>();
        numbers.put(ATTAINABLE, ConvolutionRate.operations() / convolution / NANOS);
        numbers.put(NETWORK, work / slice / NANOS);
        numbers.put(SLICE, slice);
        return numbers;
    }

    private static double seconds(Runnable task) {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / NANOS;
    }
}
