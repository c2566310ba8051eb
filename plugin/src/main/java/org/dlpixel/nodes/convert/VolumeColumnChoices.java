package org.dlpixel.nodes.convert;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.StringValue;
import org.knime.knip.base.data.img.ImgPlusValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** The columns of an input table that hold volumes, as images or as paths, for a dialog. */
public class VolumeColumnChoices implements ColumnChoicesProvider {

    private final int port;

    /** Columns of the first port. */
    public VolumeColumnChoices() {
        this(0);
    }

    /**
     * @param port index of the table among all input ports
     */
    protected VolumeColumnChoices(int port) {
        this.port = port;
    }

    @Override
    public List<DataColumnSpec> columnChoices(NodeParametersInput context) {
        return ColumnSelectionUtil.getCompatibleColumns(
                context, port, ImgPlusValue.class, StringValue.class);
    }

    /** Columns of the second port, behind a model. */
    public static final class OfSecondPort extends VolumeColumnChoices {
        public OfSecondPort() {
            super(1);
        }
    }
}
