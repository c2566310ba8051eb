package org.knime.core.util;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What texts and URLs mean. */
final class Locations {
    private static final String KNIME = "knime";
    private static final String WORKFLOW = "knime.workflow";

    /** At least two letters: one is a drive. */
    private static final Pattern PROTOCOL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private Locations() {}

    static URL toUrl(String text) throws MalformedURLException {
        if (!PROTOCOL.matcher(text).matches()) {
            return Path.of(text).toAbsolutePath().normalize().toUri().toURL();
        }
        return text.toLowerCase(Locale.ROOT).startsWith(KNIME + ":")
                ? new URL(null, text, new KnimeProtocol())
                : new URL(text);
    }

    /** Empty for a URL of another machine. */
    static Optional<Path> toPath(URL url) throws IOException {
        String protocol = url.getProtocol().toLowerCase(Locale.ROOT);
        return switch (protocol) {
            case KNIME -> Optional.of(inWorkflow(url));
            case "file" -> Optional.of(Path.of(filePath(url)));
            default -> Optional.empty();
        };
    }

    static InputStream open(URL url, int timeoutMillis) throws IOException {
        Optional<Path> path = toPath(url);
        if (path.isPresent()) {
            if (!Files.exists(path.get())) {
                throw new NoSuchFileException(path.get().toString());
            }
            return Files.newInputStream(path.get());
        }
        URLConnection connection = url.openConnection();
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        return connection.getInputStream();
    }

    private static Path inWorkflow(URL url) throws IOException {
        if (!WORKFLOW.equalsIgnoreCase(url.getHost())) {
            throw new IOException(
                    "illegal location: " + url + ", must begin with knime://" + WORKFLOW + "/");
        }
        String path = decode(url.getPath());
        return WorkflowFolder.resolve(path.startsWith("/") ? path.substring(1) : path);
    }

    private static String filePath(URL url) {
        String path = decode(url.getPath());
        boolean drive = path.matches("/[A-Za-z]:.*");
        return drive ? path.substring(1) : path;
    }

    /** Replaces %20 and the like by what they mean; anything else, plus signs too, stays. */
    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes, i + 1) : -1;
            decoded.write(value < 0 ? bytes[i] : value);
            i += value < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** The value of two hexadecimal digits, or -1. */
    private static int hex(byte[] bytes, int at) {
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    /** Opens knime URLs that are opened directly. */
    private static final class KnimeProtocol extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            return toPath(url).orElseThrow().toUri().toURL().openConnection();
        }
    }
}
