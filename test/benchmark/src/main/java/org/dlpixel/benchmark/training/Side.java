package org.dlpixel.benchmark.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dlpixel.benchmark.Project;

/**
 * One who trains.
 *
 * @param name in the tables
 * @param command starts it; the job's arguments follow
 * @param environment variables beyond those of this process
 */
record Side(String name, List<String> command, Map<String, String> environment) {

    /** glibc keeps freed memory: what this project sets while it runs, set from outside. */
    private static final Map<String, String> KEEP_MEMORY =
            Map.of(
                    "MALLOC_MMAP_THRESHOLD_", "4294967296",
                    "MALLOC_TRIM_THRESHOLD_", "4294967296",
                    "MALLOC_TOP_PAD_", "67108864",
                    "MALLOC_ARENA_MAX", "1");

    static Side ours() {
        return new Side("ours", Project.java(TrainingWorker.class.getName(), List.of()), Map.of());
    }

    static Side python() {
        return python("Python", Map.of());
    }

    /** Python with an allocator that somebody tuned by hand. */
    static Side tunedPython() {
        return python("Python, malloc tuned", KEEP_MEMORY);
    }

    private static Side python(String name, Map<String, String> environment) {
        String script = Project.peer().resolve("train.py").toString();
        return new Side(name, List.of(Project.python(), script), environment);
    }

    List<String> commandFor(Job job) {
        List<String> all = new ArrayList<>(command);
        all.addAll(job.arguments());
        return all;
    }
}
