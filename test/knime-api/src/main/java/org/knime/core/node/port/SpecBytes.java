package org.knime.core.node.port;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;

/** A spec as its serializer writes it. */
final class SpecBytes {
    private static final String TOC = "portSpec.file";

    private final Class<? extends PortObjectSpec> type;
    private final byte[] bytes;

    private SpecBytes(Class<? extends PortObjectSpec> type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static SpecBytes of(PortObjectSpec spec) throws IOException {
        return new SpecBytes(spec.getClass(), write(spec));
    }

    @SuppressWarnings("unchecked")
    private static <T extends PortObjectSpec> byte[] write(T spec) throws IOException {
        Class<T> type = (Class<T>) spec.getClass();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = new PortObjectSpecZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(TOC));
            out.closeEntry();
            Serializers.ofSpec(type).savePortObjectSpec(spec, out);
        }
        return bytes.toByteArray();
    }

    PortObjectSpec read() throws IOException {
        try (PortObjectSpecZipInputStream in =
                new PortObjectSpecZipInputStream(new ByteArrayInputStream(bytes))) {
            in.getNextEntry();
            return Serializers.ofSpec(type).loadPortObjectSpec(in);
        }
    }
}
