package org.dlpixel.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout this runs in, and how to start its classes in a process of their own. */
public final class Project {

    private static final String ROOT = "org.dlpixel.benchmark.root";
    private static final String LIBTORCH = "org.dlpixel.libtorch";

    private Project() {}

    /** The folder of the checkout. */
    public static Path root() {
        return Path.of(System.getProperty(ROOT, ".")).toAbsolutePath().normalize();
    }

    /** The folder with the Python files that are compared with. */
    public static Path peer() {
        return root().resolve("test/benchmark/peer");
    }

    /** The Python to compare with. */
    public static String python() {
        return System.getenv().getOrDefault("PYTHON", "python3");
    }

    /** Starts a class of ours with the JVM options that {@code run-workflow} has. */
    public static List<String> java(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:MaxRAMPercentage=50",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:ErrorFile=" + root().resolve("test/benchmark/target/hs_err_%p.log"),
                        "-Djava.awt.headless=true",
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-D" + LIBTORCH + "=" + System.getProperty(LIBTORCH),
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass));
        command.addAll(arguments);
        return command;
    }
}
