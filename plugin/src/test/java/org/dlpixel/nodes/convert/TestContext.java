package org.dlpixel.nodes.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imagej.ImgPlus;
import net.imagej.axis.AxisType;
import net.imglib2.type.numeric.RealType;
import org.dlpixel.executor.bridge.NodeStorage;
import org.dlpixel.executor.bridge.ProgressSink;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.knip.base.data.img.ImgPlusCell;
import org.knime.knip.base.data.img.ImgPlusCellFactory;

/** What a node has while it executes; tables and images are really written and read again. */
public final class TestContext {

    private final ExecutionContext exec;

    public TestContext(Path folder) {
        exec =
                SharedSecrets.contexts()
                        .create(new NodeStorage(folder, "node"), ProgressSink.SILENT);
    }

    ExecutionContext exec() {
        return exec;
    }

    ImgPlusCellFactory cells() {
        return new ImgPlusCellFactory(exec);
    }

    DataCell cell(ImgPlus<? extends RealType<?>> image) throws IOException {
        return RegionTable.image(cells(), image);
    }

    public BufferedDataTable table(DataTableSpec spec, List<DataRow> rows) {
        BufferedDataContainer container = exec.createDataContainer(spec);
        rows.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /** The cell as a later node gets it. */
    DataCell stored(DataCell cell) {
        BufferedDataTable table =
                table(
                        new DataTableSpec(column("image", ImgPlusCell.TYPE)),
                        List.of(new DefaultRow("r", cell)));
        return table.iterator().next().getCell(0);
    }

    static AxisType[] axes(AxisType... axes) {
        return axes;
    }

    public static DataColumnSpec column(String name, DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
