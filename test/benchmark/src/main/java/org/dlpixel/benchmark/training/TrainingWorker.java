package org.dlpixel.benchmark.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.benchmark.Conversation;
import org.dlpixel.benchmark.RawFloats;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.LossSettings;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.StepSettings;
import org.dlpixel.core.network.TorchEngine;
import org.dlpixel.core.network.TrainableNetwork;
import org.dlpixel.core.network.TrainingState;
import org.dlpixel.core.network.Weights;

/** Our side: trains in this process, see {@link Dialogue}. */
final class TrainingWorker {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double AVERAGE_WEIGHT = 0.01;
    private static final long SEED = 1;

    private final Job job;
    private final float[] images;
    private final byte[] labels;
    private final TrainableNetwork network;
    private long step;

    private TrainingWorker(Job job, TrainableNetwork network) throws IOException {
        this.job = job;
        this.network = network;
        this.images = RawFloats.read(job.images());
        this.labels = Files.readAllBytes(job.labels());
    }

    /**
     * Trains as standard input says.
     *
     * @param arguments the precision and those of a {@link Job}
     */
    public static void main(String[] arguments) throws IOException {
        Job job = Job.parse(List.of(arguments));
        Precision precision = precision(arguments);
        TorchEngine.start();

        try (TrainableNetwork network =
                        TrainableNetwork.open(
                                job.network(),
                                TrainingState.start(start(job)),
                                LossSettings.defaults(),
                                SEED,
                                Execution.onCpu(job.threads()).withPrecision(precision));
                BufferedReader orders =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            TrainingWorker worker = new TrainingWorker(job, network);
            String engine = "libtorch " + TorchEngine.version();
            answer(new Greeting(job.network().parameterCount(), engine).text());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                answer(worker.steps(Integer.parseInt(order)).text());
            }
        }
    }

    private static Precision precision(String[] arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(Side.PRECISION))
                .map(argument -> Precision.valueOf(argument.substring(Side.PRECISION.length())))
                .findFirst()
                .orElse(Precision.FLOAT32);
    }

    private static Weights start(Job job) throws IOException {
        return job.weights().isPresent()
                ? Weights.of(job.network(), RawFloats.read(job.weights().get()))
                : Weights.random(job.network(), SEED);
    }

    private static void answer(String text) {
        System.out.println(Conversation.MARK + text);
        System.out.flush();
    }

    private Reply steps(int count) {
        List<Double> millis = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long before = System.nanoTime();
            losses.add(step());
            millis.add((System.nanoTime() - before) / NANOS_PER_MILLI);
        }
        return new Reply(millis, losses);
    }

    /** With everything the product does in a step; not limited where it is compared. */
    private double step() {
        step++;
        double limit = job.weights().isPresent() ? Double.POSITIVE_INFINITY : 1;
        StepSettings numbers =
                new StepSettings(step, Job.LEARNING_RATE, job.decay(), limit, AVERAGE_WEIGHT);
        return network.step(images, labels, job.batch(), job.size(), job.size(), numbers).loss();
    }
}
