package org.dlpixel.executor.console;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;

/**
 * The terminal: the one place of this project that writes to the standard streams. A status line is
 * redrawn in place on a terminal; every other line goes above it.
 */
public final class Console {
    private static final String CLEAR = "\r\u001b[2K";
    private static final int DEFAULT_WIDTH = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final int width;
    private String status = "";

    /**
     * A console on given streams.
     *
     * @param out information and warnings
     * @param err errors
     * @param terminal whether lines can be redrawn
     * @param width columns of the terminal
     */
    public Console(PrintStream out, PrintStream err, boolean terminal, int width) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.width = width;
    }

    /** The console of this process. */
    public static Console system() {
        return new Console(System.out, System.err, isTerminal(), columns());
    }

    /** From Java 22 on there is a console without a terminal, too. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Object answer = java.io.Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(answer);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,4}")
                ? Integer.parseInt(columns)
                : DEFAULT_WIDTH;
    }

    boolean redraws() {
        return terminal;
    }

    int width() {
        return width;
    }

    /** Shows a line. */
    public synchronized void line(String text) {
        print(out, text);
    }

    /** Shows a warning. */
    public synchronized void warn(String source, String message) {
        print(out, "WARN  " + source + ": " + message);
    }

    /** Shows an error with its stack trace, if there is one; null means none. */
    public synchronized void error(String source, String message, Throwable cause) {
        print(err, "ERROR " + source + ": " + message);
        if (cause != null) {
            cause.printStackTrace(err);
            err.flush();
        }
    }

    /** Redraws the status line; shown on a terminal only. */
    synchronized void status(String text) {
        if (terminal) {
            status = text.length() < width ? text : text.substring(0, Math.max(0, width - 1));
            out.print(CLEAR + status);
            out.flush();
        }
    }

    /** Removes the status line. */
    synchronized void clearStatus() {
        if (!status.isEmpty()) {
            status = "";
            out.print(CLEAR);
            out.flush();
        }
    }

    private void print(PrintStream stream, String text) {
        if (!status.isEmpty()) {
            out.print(CLEAR);
            out.flush();
        }
        stream.println(text);
        stream.flush();
        if (!status.isEmpty()) {
            out.print(status);
            out.flush();
        }
    }
}
