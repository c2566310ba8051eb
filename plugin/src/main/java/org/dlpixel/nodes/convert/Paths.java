package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.knime.core.util.FileUtil;

/**
 * Paths as users write them in a setting: absolute, {@code file:}, or {@code
 * knime://knime.workflow/data/...}.
 */
public final class Paths {

    private Paths() {}

    /**
     * @param name what the setting is called, for messages
     * @param text its value
     * @return the path; it need not exist
     * @throws InvalidInput if the text is blank, no path, or names nothing on this machine
     */
    public static Path resolve(String name, String text) {
        if (text == null || text.isBlank()) {
            throw InvalidInput.of(name, "''", "a path");
        }
        try {
            URL url = FileUtil.toURL(text.strip());
            Path path = FileUtil.resolveToPath(url);
            if (path == null) {
                throw InvalidInput.of(name, text, "on this machine or a mounted drive");
            }
            return path.toAbsolutePath().normalize();
        } catch (MalformedURLException | InvalidPathException | URISyntaxException e) {
            throw new InvalidInput(
                    "Illegal " + name + ": " + text + ", must be a path (" + e.getMessage() + ").",
                    e);
        } catch (IOException e) {
            throw new InvalidInput(
                    "Illegal " + name + ": " + text + ", cannot be found (" + e.getMessage() + ").",
                    e);
        }
    }
}
