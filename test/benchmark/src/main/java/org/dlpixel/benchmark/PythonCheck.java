package org.dlpixel.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a check of the Python beside us has found.
 *
 * @param present whether it can be compared with
 * @param text versions and what was checked, or what is missing
 */
public record PythonCheck(boolean present, String text) {

    private static final int ABSENT = 3;
    private static final Path GOLDEN = Path.of("plugin", "src", "test", "resources", "golden");

    /**
     * Runs a script of the peer folder, which ends with 0 (agrees), 3 (something is missing) or
     * another code (does not agree).
     *
     * @param golden name of the file with MONAI's results
     * @throws IllegalStateException if it does not agree
     */
    public static PythonCheck run(String script, String golden)
            throws IOException, InterruptedException {
        return isPython(Project.python())
                ? agreement(script, golden)
                : new PythonCheck(false, "absent: " + Project.python() + " is no Python");
    }

    /** Whether a program is there and runs a line of Python. */
    static boolean isPython(String program) throws IOException, InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder(program, "-c", "print(len('Python'))")
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            return false;
        }
        byte[] answer = process.getInputStream().readAllBytes();
        return process.waitFor() == 0
                && new String(answer, StandardCharsets.UTF_8).strip().equals("6");
    }

    private static PythonCheck agreement(String script, String golden)
            throws IOException, InterruptedException {
        String file = Project.root().resolve(GOLDEN).resolve(golden).toString();
        String path = Project.peer().resolve(script).toString();
        Process process =
                new ProcessBuilder(Project.python(), path, file).redirectErrorStream(true).start();
        String text =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (code == ABSENT) {
            return new PythonCheck(false, "absent: " + text);
        }
        if (code != 0) {
            throw new IllegalStateException("Python's side is not MONAI's: " + text);
        }
        return new PythonCheck(true, text);
    }
}
