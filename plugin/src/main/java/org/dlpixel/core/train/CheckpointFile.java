package org.dlpixel.core.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.TrainingState;
import org.dlpixel.core.network.UNetSettings;

/**
 * The file of a checkpoint, big-endian as {@link DataOutputStream} writes it: magic (long), version
 * (int), the fingerprint as pairs of texts, the numbers of {@link CheckpointCodec}, the state of
 * the network, CRC-32 of all before (long).
 */
final class CheckpointFile {

    /** "DLPCHECK". */
    private static final long MAGIC = 0x444C50434845434BL;

    private static final int VERSION = 1;
    private static final int MAX_PARTS = 100;

    private CheckpointFile() {}

    /** Writes the file; it replaces another only when it is complete. */
    static void write(Path file, Fingerprint fingerprint, Checkpoint checkpoint) {
        AtomicFile.write(
                file,
                temporary -> {
                    CRC32 crc = new CRC32();
                    try (DataOutputStream out =
                            new DataOutputStream(
                                    new CheckedOutputStream(
                                            new BufferedOutputStream(
                                                    Files.newOutputStream(temporary)),
                                            crc))) {
                        out.writeLong(MAGIC);
                        out.writeInt(VERSION);
                        write(fingerprint, out);
                        CheckpointCodec.write(checkpoint, out);
                        checkpoint.network().orElseThrow().write(out);
                        out.writeLong(crc.getValue());
                    }
                });
    }

    private static void write(Fingerprint fingerprint, DataOutputStream out) throws IOException {
        out.writeInt(fingerprint.parts().size());
        for (Map.Entry<String, String> part : fingerprint.parts().entrySet()) {
            out.writeUTF(part.getKey());
            out.writeUTF(part.getValue());
        }
    }

    /**
     * Reads the file.
     *
     * @param fingerprint of the training that wants to go on
     * @throws InvalidInput if the file is of another training
     * @throws Unreadable if it is damaged or of another version
     */
    static Checkpoint read(Path file, Fingerprint fingerprint, UNetSettings network) {
        CRC32 crc = new CRC32();
        try (DataInputStream in =
                new DataInputStream(
                        new CheckedInputStream(
                                new BufferedInputStream(Files.newInputStream(file)), crc))) {
            if (in.readLong() != MAGIC) {
                throw new Unreadable(file + " is no checkpoint of a training.");
            }
            requireVersion(in.readInt(), file);
            fingerprint.requireSame(fingerprint(in), file);
            Checkpoint numbers = CheckpointCodec.read(in, network);
            TrainingState state = TrainingState.read(in, network);
            long computed = crc.getValue();
            if (in.readLong() != computed) {
                throw new Unreadable("its checksum is wrong.");
            }
            return numbers.with(state);
        } catch (InvalidInput e) {
            throw e;
        } catch (EOFException e) {
            throw damaged(file, "it is cut off.", e);
        } catch (IOException | Unreadable e) {
            throw damaged(file, e.getMessage(), e);
        }
    }

    private static void requireVersion(int version, Path file) {
        if (version != VERSION) {
            throw new Unreadable(
                    "Illegal version of "
                            + file
                            + ": "
                            + version
                            + ", must be "
                            + VERSION
                            + ". Another version of this extension has written it.");
        }
    }

    private static Fingerprint fingerprint(DataInputStream in) throws IOException {
        int count = CheckpointCodec.count(in, MAX_PARTS);
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            parts.put(name, in.readUTF());
        }
        return new Fingerprint(parts);
    }

    private static Unreadable damaged(Path file, String reason, Exception cause) {
        return new Unreadable("The checkpoint " + file + " cannot be read: " + reason, cause);
    }
}
