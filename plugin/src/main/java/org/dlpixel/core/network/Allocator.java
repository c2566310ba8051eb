package org.dlpixel.core.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import java.util.Map;
import java.util.Optional;

/**
 * The C library's memory allocator while networks are open.
 *
 * <p>By default glibc takes every large buffer from the system and gives it back when it is freed,
 * so that each step of a network first waits for cleared pages. Between {@link #open} and {@link
 * #close} freed memory is kept; when the last scope closes, the defaults return and so does the
 * memory. Process-wide, as the allocator is. Nothing happens without glibc, or if the environment
 * sets the allocator already.
 *
 * <p>See mallopt(3), malloc_trim(3). Only threads whose buffers come from the program's main heap
 * gain fully: glibc's other heaps end at 64 MB and leave larger buffers to mmap. See {@link
 * EngineThread}.
 */
final class Allocator implements AutoCloseable {

    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_MAX = -4;

    /** Bytes that the heap grows by. */
    private static final int GROWTH = 64 << 20;

    private static final int DEFAULT_PAD = 128 << 10;
    private static final int DEFAULT_MMAP_MAX = 65536;

    private static final Optional<Function> MALLOPT = find("mallopt");
    private static final Optional<Function> TRIM = find("malloc_trim");

    private static int scopes;

    private boolean open = true;

    private Allocator() {}

    /** Begins a scope. */
    static Allocator open() {
        synchronized (Allocator.class) {
            if (scopes++ == 0) {
                tune();
            }
        }
        return new Allocator();
    }

    /** Ends the scope; a second call does nothing. */
    @Override
    public void close() {
        synchronized (Allocator.class) {
            if (open && --scopes == 0) {
                restore();
            }
            open = false;
        }
    }

    /** Freed memory stays in the process. */
    static void tune() {
        set(MMAP_MAX, 0);
        set(TRIM_THRESHOLD, Integer.MAX_VALUE);
        set(TOP_PAD, GROWTH);
    }

    /** The defaults of glibc; unused memory goes back to the system. */
    static void restore() {
        set(MMAP_MAX, DEFAULT_MMAP_MAX);
        set(TRIM_THRESHOLD, DEFAULT_PAD);
        set(TOP_PAD, DEFAULT_PAD);
        TRIM.ifPresent(trim -> trim.invokeInt(new Object[] {new NativeLong(0)}));
    }

    /** Whether a scope is open. */
    static synchronized boolean isActive() {
        return scopes > 0;
    }

    private static void set(int parameter, int value) {
        MALLOPT.ifPresent(mallopt -> mallopt.invokeInt(new Object[] {parameter, value}));
    }

    private static Optional<Function> find(String name) {
        return isSetByUser(System.getenv()) ? Optional.empty() : Libc.function(name);
    }

    /** Whether the environment sets glibc's allocator. */
    static boolean isSetByUser(Map<String, String> environment) {
        return environment.keySet().stream().anyMatch(key -> key.startsWith("MALLOC_"))
                || environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc");
    }
}
