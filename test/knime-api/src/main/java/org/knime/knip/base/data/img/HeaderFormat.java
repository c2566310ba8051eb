package org.knime.knip.base.data.img;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Image headers as bytes. */
final class HeaderFormat {
    private HeaderFormat() {}

    static boolean canWrite(Object property) {
        return property instanceof String
                || property instanceof Boolean
                || property instanceof Integer
                || property instanceof Long
                || property instanceof Float
                || property instanceof Double;
    }

    static void write(ImgHeader header, DataOutput out) throws IOException {
        out.writeUTF(header.layout().name());
        out.writeUTF(header.kind().name());
        out.writeInt(header.axes().size());
        for (ImgHeader.Dimension axis : header.axes()) {
            out.writeLong(axis.size());
            out.writeUTF(axis.label());
            out.writeDouble(axis.scale());
        }
        out.writeUTF(header.name());
        out.writeUTF(header.source());
        out.writeInt(header.properties().size());
        for (Map.Entry<String, Object> property : header.properties().entrySet()) {
            out.writeUTF(property.getKey());
            out.writeUTF(property.getValue().getClass().getSimpleName());
            out.writeUTF(property.getValue().toString());
        }
    }

    static ImgHeader read(DataInput in) throws IOException {
        PixelLayout layout = PixelLayout.valueOf(in.readUTF());
        PixelKind kind = PixelKind.valueOf(in.readUTF());
        List<ImgHeader.Dimension> axes = new ArrayList<>();
        for (int d = in.readInt(); d > 0; d--) {
            axes.add(new ImgHeader.Dimension(in.readLong(), in.readUTF(), in.readDouble()));
        }
        String name = in.readUTF();
        String source = in.readUTF();
        Map<String, Object> properties = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            properties.put(in.readUTF(), property(in.readUTF(), in.readUTF()));
        }
        return new ImgHeader(layout, kind, axes, name, source, properties);
    }

    private static Object property(String type, String text) throws IOException {
        return switch (type) {
            case "String" -> text;
            case "Boolean" -> Boolean.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Long" -> Long.valueOf(text);
            case "Float" -> Float.valueOf(text);
            case "Double" -> Double.valueOf(text);
            default -> throw new IOException("illegal type of an image property: " + type);
        };
    }
}
