package org.dlpixel.benchmark.prediction;

import java.util.List;
import java.util.Map;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.bioimage.BioimageModel;

/**
 * Inference and nothing else: the classes of as many slices as a job has, of one slice in memory.
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
            Inference inference = new Inference(network, job);
            long start = System.nanoTime();
            for (int slice = 0; slice < job.slices(); slice++) {
                inference.run();
            }
            double seconds = (System.nanoTime() - start) / NANOS;
            PredictionWorker.answer(Map.of(Answer.JOB, seconds));
        }
    }
}
