package org.dlpixel.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The journal of an unfinished output: a line with the hash of its fingerprint, then a line {@code
 * SLICE CHECKSUM} (decimal, hexadecimal) per finished slice; of several for one slice the last
 * counts, a line that was cut off does not. It is locked as long as it is open.
 */
final class Journal implements AutoCloseable {

    private static final String TITLE = "unfinished stack 1 ";

    private final Path file;
    private final FileChannel channel;
    private final Map<Integer, Long> entries = new HashMap<>();
    private final boolean fresh;

    private Journal(Path file, FileChannel channel, String fingerprint) throws IOException {
        this.file = file;
        this.channel = channel;
        lock();
        String header = TITLE + hash(fingerprint) + "\n";
        String text = readAll();
        this.fresh = !text.startsWith(header);
        if (fresh) {
            channel.truncate(0);
            put(header);
        } else {
            int end = text.lastIndexOf('\n') + 1;
            text.substring(header.length(), end).lines().forEach(this::parse);
            channel.truncate(end).position(end);
        }
    }

    static Journal open(Path file, String fingerprint) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            return new Journal(file, channel, fingerprint);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Some network drives know no locks: there nothing keeps two writers apart. */
    private void lock() throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw taken(e);
        } catch (IOException e) {
            free = true;
        }
        if (!free) {
            throw taken(null);
        }
    }

    private static FileSystemException taken(Throwable cause) {
        FileSystemException e =
                new FileSystemException(null, null, "it is being written at this moment");
        e.initCause(cause);
        return e;
    }

    private String readAll() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A channel may give less than was asked for.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    private void parse(String line) {
        int blank = line.indexOf(' ');
        try {
            int slice = Integer.parseInt(line.substring(0, blank));
            entries.put(slice, Long.parseLong(line.substring(blank + 1), 16));
        } catch (IndexOutOfBoundsException | NumberFormatException ignored) {
            // A damaged line vouches for nothing.
        }
    }

    /** Whether nothing was there that could be gone on with. */
    boolean isFresh() {
        return fresh;
    }

    /** Checksum by slice, as found when the journal was opened. */
    Map<Integer, Long> entries() {
        return Map.copyOf(entries);
    }

    void append(int slice, long checksum) throws IOException {
        long start = channel.position();
        try {
            put(slice + " " + Long.toHexString(checksum) + "\n");
        } catch (IOException e) {
            channel.position(start);
            throw e;
        }
    }

    private void put(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // What was appended is there; a failure to close loses no line.
        }
    }

    private static String hash(String fingerprint) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest(fingerprint.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
