package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Parameters and behaviour of a node. */
public abstract class DefaultModel implements FluentNodeAPI {
    private final Optional<Class<? extends NodeParameters>> parametersClass;

    private DefaultModel(Optional<Class<? extends NodeParameters>> parametersClass) {
        this.parametersClass = parametersClass;
    }

    final Optional<Class<? extends NodeParameters>> parametersClass() {
        return parametersClass;
    }

    /** A model with configure and execute. */
    static final class Executing extends DefaultModel {
        private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure;
        private final ExecuteConsumer execute;

        private Executing(
                Optional<Class<? extends NodeParameters>> parametersClass,
                ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
                ExecuteConsumer execute) {
            super(parametersClass);
            this.configure = configure;
            this.execute = execute;
        }

        void configure(ConfigureInput input, ConfigureOutput output)
                throws InvalidSettingsException {
            configure.accept(input, output);
        }

        void execute(ExecuteInput input, ExecuteOutput output)
                throws CanceledExecutionException, KNIMEException {
            execute.accept(input, output);
        }
    }

    /** A model that only rearranges columns. */
    static final class Rearranging extends DefaultModel {
        private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput>
                rearrange;

        private Rearranging(
                Optional<Class<? extends NodeParameters>> parametersClass,
                ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput>
                        rearrange) {
            super(parametersClass);
            this.rearrange = rearrange;
        }

        void rearrange(RearrangeColumnsInput input, RearrangeColumnsOutput output)
                throws InvalidSettingsException {
            rearrange.accept(input, output);
        }
    }

    /** First stage of a model. */
    static RequireModelParameters start() {
        return type -> new Behaviour(Optional.ofNullable(type));
    }

    private record Behaviour(Optional<Class<? extends NodeParameters>> type)
            implements RequireConfigureOrRearrangeColumns {
        @Override
        public RequireExecute configure(
                ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
            return execute -> new Executing(type, configure, execute);
        }

        @Override
        public DefaultModel rearrangeColumns(
                ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput>
                        rearrange) {
            return new Rearranging(type, rearrange);
        }
    }

    /** Asks for the parameters. */
    public interface RequireModelParameters {
        /** The class of the node's parameters. */
        RequireConfigureOrRearrangeColumns parametersClass(
                Class<? extends NodeParameters> parametersClass);

        /** The node has no parameters. */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Asks for the behaviour. */
    public interface RequireConfigureOrRearrangeColumns {
        /** Gives output specs from input specs. */
        RequireExecute configure(
                ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /** Computes columns of the one output table from those of the one input table. */
        DefaultModel rearrangeColumns(
                ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput>
                        rearrange);
    }

    /** Asks for execute. */
    public interface RequireExecute {
        /** Gives output objects from input objects. */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /** Something that reads an input and sets an output. */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {
        /**
         * Reads the input and sets the output.
         *
         * @throws InvalidSettingsException if the node cannot work with this input
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** The work itself. */
    @FunctionalInterface
    public interface ExecuteConsumer {
        /**
         * Reads the input and sets the output.
         *
         * @throws CanceledExecutionException if cancelled
         * @throws KNIMEException if the node fails
         */
        void accept(ExecuteInput input, ExecuteOutput output)
                throws CanceledExecutionException, KNIMEException;
    }

    /** What configure knows. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public interface ConfigureInput {
        /** The parameters, null for a node without. */
        <S extends NodeParameters> S getParameters();

        /** The spec of an input port. */
        <S extends PortObjectSpec> S getInPortSpec(int portIndex);

        /** The specs of all input ports. */
        PortObjectSpec[] getInPortSpecs();

        /** The spec of an input port that takes a table. */
        DataTableSpec getInTableSpec(int portIndex);

        /** The specs of all input ports, which all take tables. */
        DataTableSpec[] getInTableSpecs();

        /** Types of all output ports. */
        PortType[] getOutPortTypes();

        /** The node's ports. */
        PortsConfiguration getPortsConfiguration();
    }

    /** What configure gives. */
    public interface ConfigureOutput {
        /** Sets the specs of all output ports. */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** Sets the spec of one output port. */
        <S extends PortObjectSpec> void setOutSpec(int portIndex, S spec);

        /** A warning for the user; the last one counts, null takes it back. */
        void setWarningMessage(String message);
    }

    /** What execute knows. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public interface ExecuteInput {
        /** The parameters, null for a node without. */
        <S extends NodeParameters> S getParameters();

        /** The object at an input port. */
        <D extends PortObject> D getInPortObject(int portIndex);

        /** The objects at all input ports. */
        PortObject[] getInPortObjects();

        /** The table at an input port. */
        BufferedDataTable getInTable(int portIndex);

        /** The tables at all input ports, which all take tables. */
        BufferedDataTable[] getInTables();

        /** Progress, tables and file stores. */
        ExecutionContext getExecutionContext();

        /** Types of all output ports. */
        PortType[] getOutPortTypes();

        /** The node's ports. */
        PortsConfiguration getPortsConfiguration();
    }

    /** What execute gives. */
    public interface ExecuteOutput {
        /** Sets the objects of all output ports. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** Sets the object of one output port. */
        <D extends PortObject> void setOutData(int portIndex, D data);

        /** Objects kept for the node's views. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** A warning for the user; the last one counts, null takes it back. */
        void setWarningMessage(String message);
    }

    /** What a column rearranger knows. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public interface RearrangeColumnsInput {
        /** The parameters, null for a node without. */
        <S extends NodeParameters> S getParameters();

        /** The columns of the input table. */
        DataTableSpec getDataTableSpec();
    }

    /** What a column rearranger gives. */
    public interface RearrangeColumnsOutput {
        /** Sets the rearranger. */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
