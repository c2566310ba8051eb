package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message above the field. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {
    Class<? extends StateProvider<Optional<Message>>> value();

    /** What kind of message it is. */
    enum MessageType {
        INFO,
        WARNING,
        ERROR,
        SUCCESS
    }

    /** A message. */
    record Message(String title, String description, MessageType type) {}
}
