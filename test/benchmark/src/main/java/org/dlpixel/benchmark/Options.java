package org.dlpixel.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command line: what to measure, {@code --name=value} options, folders with stacks, and options
 * for the batch executor ({@code -option=...}, {@code -workflow.variable=...}), passed on.
 */
public final class Options {

    /** What can be measured. */
    public enum Task {
        TRAINING,
        PREDICTION,
        AUGMENTATION,
        PICTURES,
        ACCURACY,
        LEARNING_CURVE,
        ALL;

        private static Optional<Task> parse(String word) {
            return Stream.of(values()).filter(task -> task.toString().equals(word)).findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A command line that is not understood. */
    public static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UsageException(String message) {
            super(message);
        }
    }

    private static final Set<String> NAMES =
            Set.of(
                    "output",
                    "threads",
                    "rounds",
                    "blocks",
                    "steps",
                    "sizes",
                    "memory-steps",
                    "waiting-steps",
                    "slices",
                    "memory-slices",
                    "seeds",
                    "sets",
                    "fractions",
                    "augmentations",
                    "operations",
                    "millis");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<String> workflow = new ArrayList<>();
    private Task task = Task.ALL;

    private Options() {}

    /** Raises {@link UsageException} if an argument is unknown. */
    public static Options parse(List<String> arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            options.add(arguments.get(i), i == 0);
        }
        return options;
    }

    private void add(String argument, boolean first) {
        if (argument.startsWith("--")) {
            addValue(argument.substring(2));
        } else if (argument.startsWith("-option=") || argument.startsWith("-workflow.variable=")) {
            workflow.add(argument);
        } else if (argument.startsWith("-")) {
            throw new UsageException("Unknown option: " + argument);
        } else if (first && Task.parse(argument).isPresent()) {
            task = Task.parse(argument).orElseThrow();
        } else {
            folders.add(Path.of(argument));
        }
    }

    private void addValue(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (equals < 0 || !NAMES.contains(name)) {
            throw new UsageException("Unknown option: --" + text);
        }
        values.put(name, text.substring(equals + 1));
    }

    public Task task() {
        return task;
    }

    /** Folders with stacks, beyond those that are found. */
    public List<Path> folders() {
        return List.copyOf(folders);
    }

    /** Options of the batch executor, as given. */
    public List<String> workflow() {
        return List.copyOf(workflow);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number above 0. */
    public int count(String name, int otherwise) {
        return text(name).map(value -> count(name, value)).orElse(otherwise);
    }

    /** Whole numbers above 0, separated by commas. */
    public List<Integer> counts(String name, List<Integer> otherwise) {
        return text(name)
                .map(list -> Stream.of(list.split(",", -1)).map(v -> count(name, v)).toList())
                .orElse(otherwise);
    }

    private static int count(String name, String value) {
        try {
            int count = Integer.parseInt(value.strip());
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(illegal(name, value));
        }
        throw new UsageException(illegal(name, value));
    }

    private static String illegal(String name, String value) {
        return "Illegal --" + name + ": '" + value + "', must be a whole number above 0";
    }
}
