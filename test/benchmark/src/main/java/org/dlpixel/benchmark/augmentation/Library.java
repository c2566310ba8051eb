package org.dlpixel.benchmark.augmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dlpixel.benchmark.Conversation;
import org.dlpixel.benchmark.Project;

/**
 * A library of Python that does the same in a process of its own, on one thread, its allocator
 * tuned; or none, where it is not installed.
 */
final class Library implements AutoCloseable {

    /** Names as the Python side knows them, and as the tables do. */
    enum Name {
        TORCHVISION("torchvision"),
        SCIPY("SciPy"),
        OPENCV("OpenCV");

        private final String title;

        Name(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Name name;
    private final Optional<Conversation> conversation;
    private final String description;

    private Library(Name name, Optional<Conversation> conversation, String description) {
        this.name = name;
        this.conversation = conversation;
        this.description = description;
    }

    /**
     * Starts it.
     *
     * @param region as {@link TestRegion} writes it
     * @param folder of the log
     */
    static Library start(Name name, Path region, Path folder) throws IOException {
        String library = name.title.toLowerCase(Locale.ROOT);
        List<String> command =
                List.of(
                        Project.python(),
                        "-B",
                        Project.peer().resolve("augment.py").toString(),
                        library,
                        region.toString(),
                        Integer.toString(TestRegion.SIDE));
        Conversation conversation;
        try {
            conversation =
                    new Conversation(
                            name.title,
                            command,
                            Conversation.KEEP_MEMORY,
                            folder.resolve("log-" + library));
        } catch (IOException e) {
            return new Library(name, Optional.empty(), "absent: " + e.getMessage());
        }
        try {
            return new Library(name, Optional.of(conversation), conversation.answer());
        } catch (IOException e) {
            conversation.close();
            return new Library(name, Optional.empty(), "absent: " + e.getMessage().strip());
        }
    }

    Name name() {
        return name;
    }

    /** Versions, or why it is absent. */
    String description() {
        return description;
    }

    /** Patches per second; NaN if it is absent. */
    double rate(Workload workload, int size, double seconds) throws IOException {
        return conversation.isEmpty()
                ? Double.NaN
                : Double.parseDouble(conversation.get().ask(workload.order(size, seconds)));
    }

    @Override
    public void close() throws IOException {
        if (conversation.isPresent()) {
            conversation.get().close();
        }
    }
}
