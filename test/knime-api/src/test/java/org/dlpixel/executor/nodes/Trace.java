package org.dlpixel.executor.nodes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the nodes were seen to do since the last {@link #clear}. */
public final class Trace {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private Trace() {}

    public static void add(String line) {
        LINES.add(line);
    }

    public static List<String> lines() {
        return List.copyOf(LINES);
    }

    public static void clear() {
        LINES.clear();
    }
}
