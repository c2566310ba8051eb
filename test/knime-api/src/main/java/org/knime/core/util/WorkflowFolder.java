package org.knime.core.util;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.dlpixel.executor.bridge.WorkflowAccess;

/** The folder of the workflow that runs. */
final class WorkflowFolder implements WorkflowAccess {
    private static final Deque<Entered> CURRENT = new ConcurrentLinkedDeque<>();

    @Override
    public Scope enter(Path folder) {
        Entered entered = new Entered(folder.toAbsolutePath().normalize());
        CURRENT.push(entered);
        return entered;
    }

    /** The path of a location within the workflow. */
    static Path resolve(String relative) throws IOException {
        Path folder =
                Optional.ofNullable(CURRENT.peek())
                        .map(entered -> entered.folder)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "illegal location: "
                                                        + relative
                                                        + ", no workflow is running"));
        Path path = folder.resolve(relative).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException(
                    "illegal location: knime://knime.workflow/"
                            + relative
                            + ", must not leave the workflow");
        }
        return path;
    }

    /** One entry, compared by identity: the same workflow may be entered twice. */
    private static final class Entered implements Scope {
        private final Path folder;

        Entered(Path folder) {
            this.folder = folder;
        }

        @Override
        public void close() {
            CURRENT.remove(this);
        }
    }
}
