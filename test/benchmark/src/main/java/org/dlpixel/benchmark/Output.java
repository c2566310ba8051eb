package org.dlpixel.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.view.RgbImage;

/**
 * Where results go: files in a folder, and the terminal.
 *
 * @param folder of the results
 * @param terminal what the user watches
 */
public record Output(Path folder, PrintStream terminal) {

    /** Tells of something. */
    public void say(String text) {
        terminal.println(text);
        terminal.flush();
    }

    public void table(String name, Table table) {
        write(name + ".csv", table.csv());
    }

    /** Writes a Markdown text and shows it. */
    public void report(String name, String markdown) {
        write(name + ".md", markdown);
        say("\n" + markdown);
    }

    public void picture(String name, RgbImage image) {
        AtomicFile.write(folder.resolve(name + ".png"), image.png());
    }

    /** A folder for what is needed meanwhile. */
    public Path work(String name) {
        return folder.resolve("work").resolve(name);
    }

    private void write(String file, String text) {
        AtomicFile.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    }
}
