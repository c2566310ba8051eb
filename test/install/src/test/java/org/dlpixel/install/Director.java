package org.dlpixel.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The p2 director, run by a Maven of its own as a user's installation would run it. */
final class Director {

    private static final Map<String, String> WINDOW_SYSTEMS =
            Map.of("linux", "gtk", "win32", "win32", "macosx", "cocoa");

    private final Path work;

    /**
     * @param work folder for the log of the director
     */
    Director(Path work) {
        this.work = work;
    }

    /**
     * Installs our feature.
     *
     * @param destination folder to install into, absent or empty
     * @param repositories p2 repositories to install from: folders, or zip files
     * @return how the director ended
     */
    Outcome install(Path destination, Path... repositories)
            throws IOException, InterruptedException {
        Path log = work.resolve(destination.getFileName() + ".log");
        Process process =
                new ProcessBuilder(command(destination, repositories))
                        .directory(Files.createDirectories(work.resolve("empty")).toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int code = process.waitFor();
        return new Outcome(code, Files.readString(log, StandardCharsets.UTF_8));
    }

    private static List<String> command(Path destination, Path... repositories) {
        int dot = Product.platform().indexOf('.');
        String os = Product.platform().substring(0, dot);
        List<String> command = new ArrayList<>();
        command.add(maven().toString());
        command.addAll(List.of("--batch-mode", "--no-transfer-progress"));
        command.add("-Dmaven.repo.local=" + Product.property("repository"));
        command.add(
                "org.eclipse.tycho:tycho-p2-director-plugin:"
                        + Product.property("tycho")
                        + ":director");
        command.add("-Drepositories=" + addresses(repositories));
        command.add("-DinstallIUs=" + Product.FEATURE + ".feature.group");
        command.add("-Ddestination=" + destination);
        command.add("-Dprofile=KNIME");
        command.add("-Dp2.os=" + os);
        command.add("-Dp2.ws=" + WINDOW_SYSTEMS.get(os));
        command.add("-Dp2.arch=" + Product.platform().substring(dot + 1));
        return command;
    }

    private static Path maven() {
        boolean windows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(Product.property("maven"), "bin", windows ? "mvn.cmd" : "mvn");
    }

    private static String addresses(Path... repositories) {
        return Stream.of(repositories)
                .map(
                        path ->
                                Files.isDirectory(path)
                                        ? "" + path.toUri()
                                        : "jar:" + path.toUri() + "!/")
                .collect(Collectors.joining(","));
    }

    /**
     * How a run of the director ended.
     *
     * @param exitCode 0 if it installed
     * @param log all it said
     */
    record Outcome(int exitCode, String log) {}
}
