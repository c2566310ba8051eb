package org.dlpixel.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on. */
public final class Machine {

    private static final double GIB = 1 << 30;

    private Machine() {}

    /** Processor, memory, system and Java in one line. */
    public static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s %s (%s), Java %s",
                processor(read(Path.of("/proc/cpuinfo"))),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                memory(),
                System.getProperty("java.version"));
    }

    static String processor(String cpuinfo) {
        return cpuinfo.lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String memory() {
        return read(Path.of("/proc/meminfo"))
                .lines()
                .filter(line -> line.startsWith("MemTotal:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / GIB)
                .map(gib -> String.format(Locale.ROOT, "%.0f GiB", gib))
                .findFirst()
                .orElse("memory unknown");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
