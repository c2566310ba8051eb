package org.knime.core.node.config.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a tree in KNIME's XML: UTF-8, four spaces per level, one line per entry. */
final class ConfigXmlWriter {
    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";
    private static final String ROOT =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config xmlns=\""
                    + NAMESPACE
                    + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xsi:schemaLocation=\""
                    + NAMESPACE
                    + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private ConfigXmlWriter() {}

    static void write(ConfigBase root, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(ROOT);
        writeBody(root, writer, "");
        writer.flush();
    }

    private static void writeBody(ConfigBase config, Writer out, String indent) throws IOException {
        out.write(" key=\"" + escape(config.getKey()) + '"');
        if (config.keySet().isEmpty()) {
            out.write("/>\n");
            return;
        }
        out.write(">\n");
        for (String key : config) {
            AbstractConfigEntry entry = config.getEntry(key);
            String inner = indent + "    ";
            if (entry instanceof ConfigBase child) {
                out.write(inner + "<config");
                writeBody(child, out, inner);
            } else {
                out.write(inner + value(entry));
            }
        }
        out.write(indent + "</config>\n");
    }

    private static String value(AbstractConfigEntry entry) {
        String text = entry.toStringValue();
        String head =
                "<entry key=\"" + escape(entry.getKey()) + "\" type=\"" + entry.getType() + '"';
        return text == null
                ? head + " isnull=\"true\" value=\"\"/>\n"
                : head + " value=\"" + escape(text) + "\"/>\n";
    }

    private static String escape(String text) {
        return ConfigText.escape(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
