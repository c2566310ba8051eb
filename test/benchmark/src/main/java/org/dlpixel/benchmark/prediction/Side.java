package org.dlpixel.benchmark.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlpixel.benchmark.Project;
import org.dlpixel.core.network.Precision;

/**
 * One who segments.
 *
 * @param name in the tables
 * @param command starts it; the job's arguments follow
 * @param environment variables beyond those of this process
 * @param precision of the convolutions
 */
record Side(
        String name, List<String> command, Map<String, String> environment, Precision precision) {

    /** Begins the argument that names the precision. */
    static final String PRECISION = "precision=";

    /** Begins the argument that tells Python how to cut slices. */
    private static final String MODE = "mode=";

    /** glibc keeps freed memory: what this project sets while it runs, set from outside. */
    private static final Map<String, String> KEEP_MEMORY =
            Map.of(
                    "MALLOC_MMAP_THRESHOLD_", "4294967296",
                    "MALLOC_TRIM_THRESHOLD_", "4294967296",
                    "MALLOC_TOP_PAD_", "67108864",
                    "MALLOC_ARENA_MAX", "1");

    static Side ours(Precision precision) {
        return ours("ours", PredictionWorker.class, precision);
    }

    /** Our network and nothing else. */
    static Side inference(Precision precision) {
        return ours("inference alone", InferenceWorker.class, precision);
    }

    /** MONAI's sliding windows. */
    static Side python() {
        return python("Python", "sliding", Map.of(), Precision.FLOAT32);
    }

    /** Python with an allocator that somebody tuned by hand. */
    static Side tunedPython() {
        return python("Python, malloc tuned", "sliding", KEEP_MEMORY, Precision.FLOAT32);
    }

    /** With PyTorch's automatic mixed precision. */
    static Side pythonMixed() {
        return python("Python, bfloat16", "sliding", Map.of(), Precision.BFLOAT16);
    }

    /**
     * What sliding windows approximate.
     *
     * @param slices how many are predicted
     */
    static Side wholePython(int slices) {
        Side all = python("Python, whole slices", "whole", Map.of(), Precision.FLOAT32);
        List<String> command = new ArrayList<>(all.command());
        command.add("predicted=" + slices);
        return new Side(all.name(), command, all.environment(), all.precision());
    }

    private static Side ours(String name, Class<?> worker, Precision precision) {
        return new Side(
                precision == Precision.BFLOAT16 ? name + ", bfloat16" : name,
                Project.java(worker.getName(), List.of(PRECISION + precision)),
                Map.of(),
                precision);
    }

    private static Side python(
            String name, String mode, Map<String, String> environment, Precision precision) {
        String script = Project.peer().resolve("predict.py").toString();
        List<String> command =
                List.of(Project.python(), script, MODE + mode, PRECISION + precision);
        return new Side(name, command, environment, precision);
    }

    List<String> commandFor(Job job) {
        List<String> all = new ArrayList<>(command);
        all.addAll(job.arguments());
        return all;
    }
}
