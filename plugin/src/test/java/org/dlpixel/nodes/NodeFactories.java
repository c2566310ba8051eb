package org.dlpixel.nodes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dlpixel.executor.bridge.NodeInfo;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.node.DefaultNodeFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The nodes that plugin.xml names. */
final class NodeFactories {

    private NodeFactories() {}

    /** A node and what it says of itself. */
    record Registered(DefaultNodeFactory factory, NodeInfo info) {

        @Override
        public String toString() {
            return info.name();
        }
    }

    static List<Registered> all() throws Exception {
        List<Registered> all = new ArrayList<>();
        for (Element node : elements("node")) {
            DefaultNodeFactory factory =
                    Class.forName(node.getAttribute("factory-class"))
                            .asSubclass(DefaultNodeFactory.class)
                            .getConstructor()
                            .newInstance();
            all.add(new Registered(factory, SharedSecrets.nodes().describe(factory)));
        }
        return all;
    }

    /** The elements of that name in plugin.xml. */
    static List<Element> elements(String name) throws Exception {
        Document xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("plugin.xml").toFile());
        NodeList found = xml.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
