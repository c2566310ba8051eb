package org.dlpixel.descriptors.plugin;

import java.io.IOException;
import net.imagej.ImgPlus;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.append.AppendedColumnRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.knip.base.data.img.ImgPlusValue;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** A node as plug-ins have them. */
public final class SampleNodeFactory extends DefaultNodeFactory {
    /** One node. */
    public SampleNodeFactory() {
        super(
                DefaultNode.create()
                        .name("Sample")
                        .icon(null)
                        .shortDescription("s")
                        .fullDescription("f")
                        .sinceVersion(5, 8, 0)
                        .ports(
                                p ->
                                        p.addInputPort("Model", "m", SampleModel.TYPE)
                                                .addInputTable("In", "i")
                                                .addOutputTable("Out", "o"))
                        .model(
                                m ->
                                        m.parametersClass(Parameters.class)
                                                .configure((in, out) -> out.setOutSpecs(spec(in)))
                                                .execute(SampleNodeFactory::execute))
                        .nodeType(NodeFactory.NodeType.Manipulator));
    }

    private static DataTableSpec spec(DefaultModel.ConfigureInput in) {
        Parameters parameters = in.getParameters();
        return new DataTableSpec(
                in.getInTableSpec(1),
                new DataTableSpec(
                        new DataColumnSpecCreator(parameters.m_column, StringCell.TYPE)
                                .createSpec()));
    }

    private static void execute(DefaultModel.ExecuteInput in, DefaultModel.ExecuteOutput out)
            throws CanceledExecutionException, KNIMEException {
        SampleModel model = in.getInPortObject(0);
        BufferedDataTable table = in.getInTable(1);
        BufferedDataContainer container =
                in.getExecutionContext().createDataContainer(table.getSpec());
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                in.getExecutionContext().checkCanceled();
                DataRow row = rows.next();
                ImgPlus<?> image = ((ImgPlusValue<?>) row.getCell(0)).getImgPlus();
                String text =
                        row.getKey().getString()
                                + image.axis(0).type()
                                + image.getImg().numDimensions()
                                + model.weights().length;
                container.addRowToTable(new AppendedColumnRow(row, new StringCell(text)));
            }
        } catch (IOException e) {
            throw new KNIMEException("cannot read the model", e);
        }
        container.close();
        out.setOutData(container.getTable());
    }

    /** Its parameters. */
    static final class Parameters implements NodeParameters {
        @Widget(title = "Column", description = "c")
        String m_column = "c";
    }
}
