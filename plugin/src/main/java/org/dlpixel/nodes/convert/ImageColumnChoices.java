package org.dlpixel.nodes.convert;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.knip.base.data.img.ImgPlusValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** The image columns of an input table, for a dialog. */
public class ImageColumnChoices implements ColumnChoicesProvider {

    private final int port;

    /** Image columns of the first port. */
    public ImageColumnChoices() {
        this(0);
    }

    /**
     * @param port index of the table among all input ports
     */
    protected ImageColumnChoices(int port) {
        this.port = port;
    }

    @Override
    public List<DataColumnSpec> columnChoices(NodeParametersInput context) {
        return ColumnSelectionUtil.getCompatibleColumns(context, port, ImgPlusValue.class);
    }

    /** The standard column if the connected table has it; for a new node's first settings. */
    public static String guess(NodeParametersInput in, int port, String standard) {
        return in.getInTableSpec(port)
                .map(spec -> spec.getColumnSpec(standard))
                .filter(column -> column.getType().isCompatible(ImgPlusValue.class))
                .map(DataColumnSpec::getName)
                .orElse("");
    }
}
