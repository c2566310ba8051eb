package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads KNIME's XML; document types and external entities are refused. */
final class ConfigXmlReader {
    private static final Set<ConfigEntries> NULLABLE =
            EnumSet.of(
                    ConfigEntries.xstring, ConfigEntries.xpassword, ConfigEntries.xtransientstring);
    private final XMLStreamReader xml;
    private final Deque<ConfigBase> open = new ArrayDeque<>();

    private ConfigXmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Adds the content of the file to the tree, which takes the key of the file's root. */
    static void read(InputStream in, ConfigBase root) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            new ConfigXmlReader(xml).readAll(root);
            xml.close();
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("not a KNIME settings file: " + e.getMessage(), e);
        }
    }

    private void readAll(ConfigBase root) throws XMLStreamException {
        boolean seenRoot = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type is not allowed");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (seenRoot) {
                    start();
                } else {
                    seenRoot = true;
                    startRoot(root);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && "config".equals(xml.getLocalName())) {
                open.pop();
            }
        }
    }

    private void startRoot(ConfigBase root) throws XMLStreamException {
        if (!"config".equals(xml.getLocalName())) {
            throw new XMLStreamException(
                    "illegal root: " + xml.getLocalName() + ", must be config");
        }
        root.rename(attribute("key"));
        open.push(root);
    }

    private void start() throws XMLStreamException {
        if (open.isEmpty()) {
            throw new XMLStreamException("an entry inside an entry");
        }
        switch (xml.getLocalName()) {
            case "config" -> open.push(open.peek().addConfigBase(attribute("key")));
            case "entry" -> open.peek().addEntry(entry());
            default -> throw new XMLStreamException("illegal element: " + xml.getLocalName());
        }
    }

    private ValueEntry entry() throws XMLStreamException {
        String key = attribute("key");
        String name = attribute("type");
        ConfigEntries type;
        try {
            type = ConfigEntries.valueOf(name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException("illegal type of '" + key + "': " + name, e);
        }
        boolean isNull = "true".equals(xml.getAttributeValue(null, "isnull"));
        if (isNull && !NULLABLE.contains(type)) {
            throw new XMLStreamException("illegal null of '" + key + "', must be " + type);
        }
        return new ValueEntry(key, type, isNull ? null : parse(key, type, attribute("value")));
    }

    private static Object parse(String key, ConfigEntries type, String text)
            throws XMLStreamException {
        try {
            return type.parse(text);
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException(
                    "illegal value of '" + key + "': '" + text + "', must be " + type, e);
        }
    }

    private String attribute(String name) throws XMLStreamException {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new XMLStreamException(
                    "an element " + xml.getLocalName() + " has no attribute " + name);
        }
        return ConfigText.unescape(value);
    }
}
