package org.dlpixel.core.network.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a module tree and the values of its tensors as a TorchScript archive. */
public final class ScriptArchive {

    /** Folder of all entries; libtorch takes any name. */
    static final String FOLDER = "archive/";

    /** DOS epoch in local time, so that the bytes do not depend on clock or time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private final List<TensorSpec> tensors = new ArrayList<>();
    private final PickleWriter pickle = new PickleWriter();
    private final ScriptSource source;

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
        ScriptArchive archive = new ScriptArchive(root);
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        archive.writeEntries(zip, values);
        zip.finish();
    }

    private void writeEntries(ZipOutputStream zip, float[] values) throws IOException {
        put(zip, "data.pkl", pickle.finish());
        put(zip, "code/__torch__.py", source.text().getBytes(StandardCharsets.UTF_8));
        int offset = 0;
        for (int i = 0; i < tensors.size(); i++) {
            TensorSpec spec = tensors.get(i);
            ByteBuffer bytes =
                    ByteBuffer.allocate(spec.size() * spec.valueBytes())
                            .order(ByteOrder.LITTLE_ENDIAN);
            if (spec.isFloat()) {
                bytes.asFloatBuffer().put(values, offset, spec.size());
                offset += spec.size();
            }
            put(zip, "data/" + i, bytes.array());
        }
        if (offset != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + offset);
        }
        PickleWriter constants = new PickleWriter();
        constants.emptyTuple();
        put(zip, "constants.pkl", constants.finish());
        put(zip, "byteorder", "little".getBytes(StandardCharsets.UTF_8));
        put(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] data) throws IOException {
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setTimeLocal(TIME);
        entry.setSize(data.length);
        entry.setCompressedSize(data.length);
        CRC32 crc = new CRC32();
        crc.update(data);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
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
