package org.dlpixel.benchmark.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlpixel.benchmark.Conversation;
import org.dlpixel.benchmark.Project;
import org.dlpixel.core.network.Precision;

/**
 * One who trains.
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

    static Side ours() {
        return ours("ours", Precision.FLOAT32);
    }

    static Side python() {
        return python("Python", Map.of(), Precision.FLOAT32);
    }

    /** Python with an allocator that somebody tuned by hand. */
    static Side tunedPython() {
        return python("Python, malloc tuned", Conversation.KEEP_MEMORY, Precision.FLOAT32);
    }

    static Side oursMixed() {
        return ours("ours, bfloat16", Precision.BFLOAT16);
    }

    /** With PyTorch's automatic mixed precision. */
    static Side pythonMixed() {
        return python("Python, bfloat16", Map.of(), Precision.BFLOAT16);
    }

    private static Side ours(String name, Precision precision) {
        return new Side(
                name,
                Project.java(TrainingWorker.class.getName(), List.of(PRECISION + precision)),
                Map.of(),
                precision);
    }

    private static Side python(String name, Map<String, String> environment, Precision precision) {
        String script = Project.peer().resolve("train.py").toString();
        List<String> command = List.of(Project.python(), script, PRECISION + precision);
        return new Side(name, command, environment, precision);
    }

    List<String> commandFor(Job job) {
        List<String> all = new ArrayList<>(command);
        all.addAll(job.arguments());
        return all;
    }
}
