package org.dlpixel.core.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.Optional;

/** The part of glibc's memory that ends at the program break and grows without an upper size. */
final class MainHeap {

    /** The break lies further than this from all that is mapped elsewhere. */
    private static final long REACH = 1L << 40;

    private static final long PROBE_BYTES = 1024;

    private static final Optional<Function> MALLOC = Libc.function("malloc");
    private static final Optional<Function> FREE = Libc.function("free");
    private static final Optional<Function> SBRK = Libc.function("sbrk");

    private MainHeap() {}

    /** Whether there is such a thing here. */
    static boolean isKnown() {
        return MALLOC.isPresent() && FREE.isPresent() && SBRK.isPresent();
    }

    /** Whether memory that this thread asks for comes from there. */
    static boolean servesThisThread() {
        return isKnown() && isBelowBreak(probe());
    }

    private static long probe() {
        Pointer memory = MALLOC.orElseThrow().invokePointer(number(PROBE_BYTES));
        FREE.orElseThrow().invokeVoid(new Object[] {memory});
        return Pointer.nativeValue(memory);
    }

    private static boolean isBelowBreak(long address) {
        long end = Pointer.nativeValue(SBRK.orElseThrow().invokePointer(number(0)));
        return address < end && end - address < REACH;
    }

    private static Object[] number(long value) {
        return new Object[] {new NativeLong(value)};
    }
}
