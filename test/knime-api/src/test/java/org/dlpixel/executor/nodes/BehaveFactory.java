package org.dlpixel.executor.nodes;

import java.io.IOException;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** A source that fails in the way its parameter says. */
public final class BehaveFactory extends DefaultNodeFactory {
    private static final DataTableSpec SPEC = spec("File");
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Behave")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .ports(p -> p.addOutputTable("out", "d"))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure(BehaveFactory::configure)
                                            .execute(BehaveFactory::execute))
                    .nodeType(NodeFactory.NodeType.Source);

    public BehaveFactory() {
        super(NODE);
    }

    /** What to do, and the text of the table's one cell. */
    public static final class Parameters implements NodeParameters {
        Action m_action = Action.NORMAL;
        String m_text = "default";
        double m_number = 1;

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_number < 0) {
                throw new InvalidSettingsException("illegal number: " + m_number);
            }
        }
    }

    /** The ways to behave. */
    public enum Action {
        NORMAL,
        CONFIGURE_WARNING,
        CONFIGURE_INVALID,
        CONFIGURE_BREAKS,
        CONFIGURE_NO_SPEC,
        WARNING,
        KNIME_EXCEPTION,
        RUNTIME_EXCEPTION,
        LINKAGE_ERROR,
        NO_OUTPUT,
        OTHER_SPEC,
        EMPTY_TABLE,
        WAIT_UNTIL_CANCELLED,
        SLEEP_UNTIL_INTERRUPTED
    }

    private static DataTableSpec spec(String column) {
        return new DataTableSpec(new DataColumnSpecCreator(column, StringCell.TYPE).createSpec());
    }

    private static void configure(ConfigureInput input, ConfigureOutput output)
            throws InvalidSettingsException {
        Parameters parameters = input.getParameters();
        Trace.add("configure " + parameters.m_action + " " + parameters.m_text);
        switch (parameters.m_action) {
            case CONFIGURE_WARNING -> output.setWarningMessage("configure warns");
            case CONFIGURE_INVALID -> throw new InvalidSettingsException("configure says no");
            case CONFIGURE_BREAKS -> throw new IllegalStateException("configure broke");
            default -> {
                // the rest happens in execute
            }
        }
        if (parameters.m_action != Action.CONFIGURE_NO_SPEC) {
            output.setOutSpecs(SPEC);
        }
    }

    private static void execute(ExecuteInput input, ExecuteOutput output)
            throws CanceledExecutionException, KNIMEException {
        Parameters parameters = input.getParameters();
        Trace.add("execute " + parameters.m_text + " on " + Thread.currentThread().getName());
        ExecutionContext exec = input.getExecutionContext();
        switch (parameters.m_action) {
            case WARNING -> output.setWarningMessage("execute warns");
            case KNIME_EXCEPTION -> throw new KNIMEException("no luck", new IOException("inner"));
            case RUNTIME_EXCEPTION -> throw new IllegalStateException("broken");
            case LINKAGE_ERROR -> throw new UnsatisfiedLinkError("no foo in java.library.path");
            case WAIT_UNTIL_CANCELLED -> waitUntilCancelled(exec);
            case SLEEP_UNTIL_INTERRUPTED -> sleep();
            default -> {
                // the rest is about the output
            }
        }
        if (parameters.m_action != Action.NO_OUTPUT) {
            output.setOutData(table(parameters, exec).getTable());
        }
    }

    private static BufferedDataContainer table(Parameters parameters, ExecutionContext exec) {
        boolean other = parameters.m_action == Action.OTHER_SPEC;
        BufferedDataContainer rows =
                exec.createDataContainer(
                        other
                                ? new DataTableSpec(
                                        new DataColumnSpecCreator("n", IntCell.TYPE).createSpec())
                                : SPEC);
        if (other) {
            rows.addRowToTable(new DefaultRow("r", new IntCell(1)));
        } else if (parameters.m_action != Action.EMPTY_TABLE) {
            rows.addRowToTable(new DefaultRow("r", new StringCell(parameters.m_text)));
        }
        rows.close();
        return rows;
    }

    private static void waitUntilCancelled(ExecutionContext exec)
            throws CanceledExecutionException {
        Trace.add("waiting");
        while (true) {
            exec.checkCanceled();
            Thread.onSpinWait();
        }
    }

    private static void sleep() {
        Trace.add("waiting");
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
