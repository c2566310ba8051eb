package org.dlpixel.core.network.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dlpixel.core.network.archive.ArchiveStream.Step;

/** Writes a module tree and the values of its tensors as a TorchScript archive. */
public final class ScriptArchive {

    /** Folder of all entries; libtorch takes any name. */
    static final String FOLDER = "archive/";

    /** DOS epoch in local time, so that the bytes do not depend on clock or time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    /** Floats that are written at once. */
    private static final int PIECE = 1 << 16;

    private final List<TensorSpec> tensors = new ArrayList<>();
    private final PickleWriter pickle = new PickleWriter();
    private final ScriptSource source;
    private final byte[] scratch = new byte[PIECE * Float.BYTES];

    private ScriptArchive(ScriptModule root) {
        source = new ScriptSource(root);
        module(root);
    }

    /**
     * Writes an archive; the stream stays open.
     *
     * @param root the tree
     * @param values the float tensors' values one after the other, in the order of {@link
     *     ScriptModule#tensors()}; counters are 0
     */
    public static void write(ScriptModule root, float[] values, OutputStream out)
            throws IOException {
        ZipOutputStream zip = ArchiveStream.stored(out);
        for (Step step : new ScriptArchive(root).steps(List.of(values))) {
            step.write(zip);
        }
        zip.finish();
    }

    /**
     * What {@link #write} writes, made while it is read, so that large archives take no memory.
     *
     * @param values in parts, none of which ends within a tensor; not to be changed meanwhile
     */
    public static InputStream stream(ScriptModule root, List<float[]> values) {
        return new ArchiveStream(new ScriptArchive(root).steps(values).iterator());
    }

    private List<Step> steps(List<float[]> values) {
        PickleWriter constants = new PickleWriter();
        constants.emptyTuple();
        List<Step> steps = new ArrayList<>();
        steps.add(entry("data.pkl", pickle.finish()));
        steps.add(entry("code/__torch__.py", source.text().getBytes(StandardCharsets.UTF_8)));
        Parts parts = new Parts(values);
        for (int i = 0; i < tensors.size(); i++) {
            TensorSpec spec = tensors.get(i);
            String name = "data/" + i;
            if (spec.isFloat()) {
                addFloats(steps, name, parts.take(spec.size()));
            } else {
                steps.add(entry(name, new byte[spec.size() * spec.valueBytes()]));
            }
        }
        parts.requireEnd();
        steps.add(entry("constants.pkl", constants.finish()));
        steps.add(entry("byteorder", "little".getBytes(StandardCharsets.UTF_8)));
        steps.add(entry("version", "3\n".getBytes(StandardCharsets.UTF_8)));
        return steps;
    }

    private static Step entry(String name, byte[] data) {
        return zip -> {
            CRC32 crc = new CRC32();
            crc.update(data);
            zip.putNextEntry(header(name, data.length, crc));
            zip.write(data);
            zip.closeEntry();
        };
    }

    private void addFloats(List<Step> steps, String name, FloatBuffer values) {
        int size = values.remaining();
        steps.add(
                zip -> {
                    CRC32 crc = new CRC32();
                    for (int i = 0; i < size; i += PIECE) {
                        crc.update(scratch, 0, piece(values, i));
                    }
                    zip.putNextEntry(header(name, size * Float.BYTES, crc));
                });
        for (int i = 0; i < size; i += PIECE) {
            int from = i;
            steps.add(zip -> zip.write(scratch, 0, piece(values, from)));
        }
        steps.add(ZipOutputStream::closeEntry);
    }

    /** Puts some of the values into the scratch memory and tells the number of bytes. */
    private int piece(FloatBuffer values, int from) {
        int count = Math.min(PIECE, values.remaining() - from);
        FloatBuffer part = values.slice(values.position() + from, count);
        ByteBuffer.wrap(scratch).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(part);
        return count * Float.BYTES;
    }

    private static ZipEntry header(String name, int bytes, CRC32 crc) {
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setTimeLocal(TIME);
        entry.setSize(bytes);
        entry.setCompressedSize(bytes);
        entry.setCrc(crc.getValue());
        return entry;
    }

    /** Arrays that are used up one after the other. */
    private static final class Parts {

        private final Iterator<float[]> rest;
        private FloatBuffer part = FloatBuffer.allocate(0);

        Parts(List<float[]> parts) {
            rest = parts.iterator();
        }

        FloatBuffer take(int count) {
            while (!part.hasRemaining() && rest.hasNext()) {
                part = FloatBuffer.wrap(rest.next());
            }
            if (part.remaining() < count) {
                throw new IllegalArgumentException("values end within a tensor");
            }
            FloatBuffer taken = part.slice(part.position(), count);
            part.position(part.position() + count);
            return taken;
        }

        void requireEnd() {
            while (!part.hasRemaining() && rest.hasNext()) {
                part = FloatBuffer.wrap(rest.next());
            }
            if (part.hasRemaining()) {
                throw new IllegalArgumentException(part.remaining() + " values too many");
            }
        }
    }

    private void module(ScriptModule module) {
        pickle.global("__torch__", source.className(module));
        pickle.emptyTuple();
        pickle.newObject();
        pickle.emptyDict();
        pickle.mark();
        pickle.string("training");
        pickle.bool(true);
        module.attributes()
                .forEach(
                        (name, attribute) -> {
                            pickle.string(name);
                            if (attribute instanceof ScriptModule child) {
                                module(child);
                            } else {
                                tensor((TensorSpec) attribute);
                            }
                        });
        pickle.setItems();
        pickle.build();
    }

    private void tensor(TensorSpec spec) {
        pickle.global("torch._utils", "_rebuild_tensor_v2");
        pickle.mark();
        storage(spec);
        pickle.integer(0);
        pickle.integers(spec.shape());
        pickle.integers(strides(spec.shape()));
        pickle.bool(spec.isParameter());
        pickle.global("collections", "OrderedDict");
        pickle.emptyTuple();
        pickle.reduce();
        pickle.tuple();
        pickle.reduce();
        tensors.add(spec);
    }

    private void storage(TensorSpec spec) {
        pickle.mark();
        pickle.string("storage");
        pickle.global("torch", spec.isFloat() ? "FloatStorage" : "LongStorage");
        pickle.string(Integer.toString(tensors.size()));
        pickle.string("cpu");
        pickle.integer(spec.size());
        pickle.tuple();
        pickle.persistentId();
    }

    private static List<Integer> strides(List<Integer> shape) {
        List<Integer> strides = new ArrayList<>();
        int stride = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            strides.add(stride);
            stride *= shape.get(i);
        }
        Collections.reverse(strides);
        return strides;
    }
}
