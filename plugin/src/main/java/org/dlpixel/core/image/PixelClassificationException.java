package org.dlpixel.core.image;

/** Root of all errors that this library raises on purpose; the message is meant for users. */
public class PixelClassificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong: name, value and rule
     * @param cause the underlying error, or null
     */
    protected PixelClassificationException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A value, a file's content or a table breaks a rule that the user can mend. */
    public static final class InvalidInput extends PixelClassificationException {
        private static final long serialVersionUID = 1L;

        public InvalidInput(String message) {
            super(message, null);
        }

        public InvalidInput(String message, Throwable cause) {
            super(message, cause);
        }

        /**
         * States the three things a user needs.
         *
         * @param name what was given, in the user's words
         * @param value what it was
         * @param rule what it must be
         */
        public static InvalidInput of(String name, Object value, String rule) {
            return new InvalidInput("Illegal " + name + ": " + value + ", must be " + rule + ".");
        }
    }

    /** A file is missing, damaged or of a kind that cannot be read. */
    public static final class Unreadable extends PixelClassificationException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message, null);
        }

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A result cannot be written; what existed before is untouched. */
    public static final class NotWritable extends PixelClassificationException {
        private static final long serialVersionUID = 1L;

        public NotWritable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The deep-learning engine cannot be started or failed. */
    public static final class EngineFailure extends PixelClassificationException {
        private static final long serialVersionUID = 1L;

        public EngineFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The user asked to stop. */
    public static final class Cancelled extends PixelClassificationException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            this(null);
        }

        /**
         * @param cause how it was noticed, or null
         */
        public Cancelled(Throwable cause) {
            super("Cancelled", cause);
        }
    }
}
