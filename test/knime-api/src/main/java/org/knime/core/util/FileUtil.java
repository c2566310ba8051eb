package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.dlpixel.executor.bridge.WorkflowAccess;
import org.knime.core.node.InvalidSettingsException;

/**
 * Opens files named by users: a path of this machine, a URL, or {@code
 * knime://knime.workflow/data/x.tif}, which lies in the folder of the workflow that runs.
 */
public final class FileUtil {
    static {
        SharedSecrets.register(WorkflowAccess.class, new WorkflowFolder());
    }

    private static final int TIMEOUT_MILLIS = 10_000;

    private FileUtil() {}

    /**
     * The URL of a text: the text itself if it is one, else that of the path it names; a relative
     * path lies in the working directory of the process.
     *
     * @throws MalformedURLException if the protocol is unknown
     * @throws InvalidPathException if the text is neither a URL nor a path
     */
    public static URL toURL(String urlOrPath) throws MalformedURLException, InvalidPathException {
        return Locations.toUrl(urlOrPath);
    }

    /**
     * The path of a URL on this machine; need not exist.
     *
     * @return null if the URL is not on this machine
     * @throws IOException if a knime URL leaves the workflow, or there is no workflow
     * @throws URISyntaxException if the URL is malformed
     */
    public static Path resolveToPath(URL url) throws IOException, URISyntaxException {
        return Locations.toPath(url).orElse(null);
    }

    /**
     * The file of a URL.
     *
     * @throws IllegalArgumentException if it is not a file URL
     */
    public static File getFileFromURL(URL url) {
        try {
            return Locations.toPath(url)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "illegal URL: " + url + ", must name a file"))
                    .toFile();
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Opens a URL or path.
     *
     * @throws IOException if it does not exist or cannot be read
     * @throws InvalidSettingsException if the text names nothing
     */
    public static InputStream openInputStream(String urlOrPath)
            throws IOException, InvalidSettingsException {
        return openInputStream(urlOrPath, TIMEOUT_MILLIS);
    }

    /**
     * Opens a URL or path.
     *
     * @param timeoutMillis milliseconds to wait for another machine
     * @throws IOException if it does not exist or cannot be read
     * @throws InvalidSettingsException if the text names nothing
     */
    public static InputStream openInputStream(String urlOrPath, int timeoutMillis)
            throws IOException, InvalidSettingsException {
        if (urlOrPath == null || urlOrPath.isBlank()) {
            throw new InvalidSettingsException(
                    "illegal location: '" + urlOrPath + "', must name a file");
        }
        try {
            return openStreamWithTimeout(toURL(urlOrPath), timeoutMillis);
        } catch (InvalidPathException e) {
            throw new InvalidSettingsException(
                    "illegal location: '" + urlOrPath + "', must name a file", e);
        }
    }

    /** Opens a URL. */
    public static InputStream openStreamWithTimeout(URL url) throws IOException {
        return openStreamWithTimeout(url, TIMEOUT_MILLIS);
    }

    /** Opens a URL; waits so many milliseconds for another machine. */
    public static InputStream openStreamWithTimeout(URL url, int timeoutMillis) throws IOException {
        return Locations.open(url, timeoutMillis);
    }

    /** A new folder for temporary files. */
    public static File createTempDir(String prefix) throws IOException {
        return Files.createTempDirectory(prefix).toFile();
    }

    /** A new folder for temporary files below another folder. */
    public static File createTempDir(String prefix, File parent) throws IOException {
        return Files.createTempDirectory(parent.toPath(), prefix).toFile();
    }

    /** Deletes a file or a folder with all it holds; whether that worked. */
    public static boolean deleteRecursively(File file) {
        return Deletion.delete(file.toPath());
    }
}
