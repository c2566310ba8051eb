package sample;

import java.io.IOException;
import java.nio.file.Files;
import org.knime.core.data.DataColumnSpec;
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
import org.knime.node.parameters.NodeParametersInput;

/** Makes a model whose weights are as many bytes as it has epochs. */
public final class LearnerFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE =
            DefaultNode.create()
                    .name("Sample Learner")
                    .icon(null)
                    .shortDescription("short")
                    .fullDescription("full")
                    .sinceVersion(5, 8, 0)
                    .ports(
                            p ->
                                    p.addInputTable("Table", "in")
                                            .addOutputPort("Model", "model", ModelPort.TYPE))
                    .model(
                            m ->
                                    m.parametersClass(Parameters.class)
                                            .configure(LearnerFactory::configure)
                                            .execute(LearnerFactory::execute))
                    .nodeType(NodeFactory.NodeType.Learner);

    public LearnerFactory() {
        super(NODE);
    }

    /** The column and the epochs; a new node guesses the last column. */
    public static final class Parameters implements NodeParameters {
        String m_column = "";
        int m_epochs = 2;

        public Parameters() {}

        public Parameters(NodeParametersInput input) {
            m_column =
                    input.getInTableSpec(0)
                            .map(spec -> spec.getColumnSpec(spec.getNumColumns() - 1))
                            .map(DataColumnSpec::getName)
                            .orElse("none");
        }
    }

    private static void configure(ConfigureInput input, ConfigureOutput output)
            throws InvalidSettingsException {
        Parameters parameters = input.getParameters();
        if (!input.getInTableSpec(0).containsName(parameters.m_column)) {
            throw new InvalidSettingsException("No image column '" + parameters.m_column + "'");
        }
        output.setOutSpecs(new ModelSpec(parameters.m_column));
    }

    private static void execute(ExecuteInput input, ExecuteOutput output) throws KNIMEException {
        Parameters parameters = input.getParameters();
        ExecutionContext exec = input.getExecutionContext();
        try {
            var store = exec.createFileStore("weights");
            Files.write(store.getFile().toPath(), new byte[parameters.m_epochs]);
            output.setOutData(
                    new ModelPort(
                            new ModelSpec(parameters.m_column),
                            "epochs=" + parameters.m_epochs,
                            store));
        } catch (IOException e) {
            throw new KNIMEException("cannot write the weights", e);
        }
    }
}
