package org.dlpixel.executor.console;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.dlpixel.executor.bridge.ProgressSink;

/**
 * The progress of one node: a bar with text and remaining time, redrawn on a terminal; elsewhere a
 * line now and then.
 */
public final class NodeProgress implements ProgressSink {
    private static final int BAR = 20;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long ESTIMATE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Console console;
    private final String title;
    private final LongSupplier nanoTime;
    private final BooleanSupplier cancelled;
    private final long start;
    private long shown;
    private double fraction;
    private String message = "";

    /**
     * The progress of a node that starts now.
     *
     * @param title names the node
     * @param nanoTime a clock that never goes back
     * @param cancelled whether the user wants to stop
     */
    public NodeProgress(
            Console console, String title, LongSupplier nanoTime, BooleanSupplier cancelled) {
        this.console = console;
        this.title = title;
        this.nanoTime = nanoTime;
        this.cancelled = cancelled;
        this.start = nanoTime.getAsLong();
        this.shown = start;
        if (console.redraws()) {
            console.status(title);
        } else {
            console.line(title + " ...");
        }
    }

    @Override
    public synchronized void report(double newFraction, String newMessage) {
        if (newFraction > fraction) {
            fraction = Math.min(1, newFraction);
        }
        message = newMessage == null ? "" : newMessage.replaceAll("\\s+", " ").strip();
        long now = nanoTime.getAsLong();
        if (now - shown >= (console.redraws() ? REDRAW_NANOS : LINE_NANOS)) {
            shown = now;
            show(now - start);
        }
    }

    private void show(long elapsed) {
        String percent = String.format(Locale.ROOT, "%3d %%", (int) (100 * fraction));
        if (console.redraws()) {
            int full = (int) Math.round(BAR * fraction);
            String bar = "#".repeat(full) + "-".repeat(BAR - full);
            console.status(title + " [" + bar + "] " + percent + details(elapsed));
        } else {
            console.line(title + " " + percent + details(elapsed));
        }
    }

    private String details(long elapsed) {
        String text = remaining(elapsed);
        return message.isEmpty() ? text : text + "  " + message;
    }

    private String remaining(long elapsed) {
        if (elapsed < ESTIMATE_NANOS || fraction < 0.01) {
            return "";
        }
        long nanos = (long) (elapsed * (1 - fraction) / fraction);
        return "  " + Durations.format(Duration.ofNanos(nanos)) + " left";
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Replaces the bar by a line that says how the node ended. */
    public synchronized void end(String how) {
        console.clearStatus();
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
        console.line(title + " " + how + " (" + Durations.format(took) + ")");
    }
}
