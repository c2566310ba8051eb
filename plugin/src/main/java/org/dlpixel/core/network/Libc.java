package org.dlpixel.core.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Optional;

/** Functions of the C library that this process runs on, if it is glibc. */
final class Libc {

    private static final Optional<NativeLibrary> LIBRARY = load();

    private Libc() {}

    /** A function; empty if there is none of that name, or no glibc. */
    static Optional<Function> function(String name) {
        return LIBRARY.flatMap(library -> function(library, name));
    }

    private static Optional<NativeLibrary> load() {
        try {
            return Optional.of("c")
                    .filter(name -> Platform.isLinux())
                    .map(NativeLibrary::getInstance)
                    .filter(library -> function(library, "gnu_get_libc_version").isPresent());
        } catch (RuntimeException | Error e) {
            // Only speed is lost. JNA reports a foreign copy of itself by a plain Error.
            return Optional.empty();
        }
    }

    private static Optional<Function> function(NativeLibrary library, String name) {
        try {
            return Optional.of(library.getFunction(name));
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }
}
