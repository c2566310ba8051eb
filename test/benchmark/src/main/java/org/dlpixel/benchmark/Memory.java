package org.dlpixel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a process, in MiB.
 *
 * @param resident now
 * @param peak the most so far
 */
public record Memory(double resident, double peak) {

    private static final double KIB_PER_MIB = 1024;
    private static final Pattern LINE = Pattern.compile("(?m)^(VmRSS|VmHWM):\\s+(\\d+) kB$");

    /** What Linux says about a process; empty elsewhere, or if it has ended. */
    public static Optional<Memory> of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Memory> parse(String status) {
        double resident = Double.NaN;
        double peak = Double.NaN;
        Matcher line = LINE.matcher(status);
        while (line.find()) {
            double mib = Long.parseLong(line.group(2)) / KIB_PER_MIB;
            if (line.group(1).equals("VmRSS")) {
                resident = mib;
            } else {
                peak = mib;
            }
        }
        boolean known = !Double.isNaN(resident) && !Double.isNaN(peak);
        return known ? Optional.of(new Memory(resident, peak)) : Optional.empty();
    }
}
