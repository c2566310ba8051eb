package org.dlpixel.executor.nodes;

import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Passes its table on and shows the first cell. */
public final class PassFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Pass")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addInputTable("in", "d").addOutputTable("out", "d"))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure(
                                                    (i, o) -> {
                                                        Trace.add("configure pass");
                                                        o.setOutSpecs(i.getInTableSpec(0));
                                                    })
                                            .execute(
                                                    (i, o) -> {
                                                        Parameters p = i.getParameters();
                                                        Trace.add(
                                                                "pass "
                                                                        + first(i.getInTable(0))
                                                                        + p.m_suffix);
                                                        o.setOutData(i.getInTable(0));
                                                    }))
                    .nodeType(NodeFactory.NodeType.Manipulator);

    public PassFactory() {
        super(NODE);
    }

    /** Shown behind the first cell. */
    public static final class Parameters implements NodeParameters {
        String m_suffix = "";
    }

    private static String first(BufferedDataTable table) {
        try (CloseableRowIterator rows = table.iterator()) {
            return rows.hasNext() ? rows.next().getCell(0).toString() : "nothing";
        }
    }
}
