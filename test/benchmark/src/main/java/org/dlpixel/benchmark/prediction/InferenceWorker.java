package org.dlpixel.benchmark.prediction;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.ForwardPass;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.bioimage.BioimageModel;

/**
 * Inference and nothing else: the scores of as many slices as a job has, of one slice in memory.
 * What a job takes longer than this is outside the network.
 */
final class InferenceWorker {

    private static final double NANOS = 1e9;

    private InferenceWorker() {}

    /**
     * Computes as the arguments say.
     *
     * @param arguments the precision and those of a {@link Job}
     */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        Job job = Job.parse(all);
        Precision precision = Precision.valueOf(Job.values(all).get("precision"));
        Execution execution = Execution.onCpu(job.threads()).withPrecision(precision);
        try (Network network = BioimageModel.read(job.model()).open(execution)) {
            ForwardPass pass = pass(network, job);
            long start = System.nanoTime();
            for (int slice = 0; slice < job.slices(); slice++) {
                pass.run();
            }
            double seconds = (System.nanoTime() - start) / NANOS;
            PredictionWorker.answer(Map.of(Answer.JOB, seconds));
        }
    }

    /** Of one of the job's slices, padded as the network needs it. */
    static ForwardPass pass(Network network, Job job) {
        VolumeShape shape = shape(job);
        int width = padded(shape.width(), job);
        int height = padded(shape.height(), job);
        return new ForwardPass(network, noise(width * height), height, width);
    }

    private static int padded(int extent, Job job) {
        int multiple = job.network().sizeMultiple();
        return (extent + multiple - 1) / multiple * multiple;
    }

    private static VolumeShape shape(Job job) {
        try (var source = ImageFiles.open(job.volume())) {
            return source.shape();
        }
    }

    private static float[] noise(int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }
}
