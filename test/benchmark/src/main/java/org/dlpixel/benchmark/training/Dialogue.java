package org.dlpixel.benchmark.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dlpixel.benchmark.Conversation;
import org.dlpixel.benchmark.Memory;

/** A process that trains when it is told to: a line with a number asks for so many steps. */
final class Dialogue implements AutoCloseable {

    private final Conversation conversation;

    /** Starts the process. */
    Dialogue(Side side, Job job, Path log) throws IOException {
        conversation = new Conversation(side.name(), side.commandFor(job), side.environment(), log);
    }

    Greeting greeting() throws IOException {
        return Greeting.parse(conversation.answer());
    }

    Reply steps(int count) throws IOException {
        return Reply.parse(conversation.ask(Integer.toString(count)));
    }

    /** Seconds since the process was started. */
    double seconds() {
        return conversation.seconds();
    }

    Optional<Memory> memory() {
        return Memory.of(conversation.pid());
    }

    @Override
    public void close() throws IOException {
        conversation.close();
    }
}
