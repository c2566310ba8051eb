package org.dlpixel.nodes.predictor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.OutputFolder;
import org.dlpixel.core.network.SliceModel;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.SlicePrediction;
import org.dlpixel.core.predict.plane.PlanePredictor;
import org.dlpixel.core.predict.plane.PlaneSettings;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.PlainCells;
import org.dlpixel.nodes.convert.SliceText;
import org.dlpixel.nodes.convert.VolumeRow;
import org.dlpixel.nodes.convert.VolumeTable;
import org.dlpixel.nodes.convert.Warnings;
import org.dlpixel.nodes.port.NativeLibrary;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.append.AppendedColumnRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.FileUtil;
import org.knime.knip.base.data.img.ImgPlusCellFactory;
import org.knime.node.DefaultModel.ExecuteOutput;

/** One execution: every row is read, segmented and written before the next one. */
final class Prediction {

    private final UNetSlicePredictorParameters parameters;
    private final UNetModelPortObject port;
    private final ExecutionContext exec;
    private final int column;
    private final Warnings warnings = new Warnings();
    private final PlainSlices plain = new PlainSlices();

    Prediction(
            UNetSlicePredictorParameters parameters,
            UNetModelPortObject port,
            ExecutionContext exec,
            int column) {
        this.parameters = parameters;
        this.port = port;
        this.exec = exec;
        this.column = column;
    }

    void run(BufferedDataTable table, ExecuteOutput out) throws IOException {
        if (parameters.m_output.format().isPresent()) {
            OutputFolder.requireWritable(parameters.m_output.folder());
        }
        InputFiles.check(table, column, parameters.m_output, new KnimeProgress(exec));
        NativeLibrary.locate();
        PredictionSettings settings = parameters.settings(warnings);
        File temporary = temporary();
        try {
            run(table, out, settings, parameters.planes(temporary.toPath()));
        } finally {
            FileUtil.deleteRecursively(temporary);
        }
        warnings.show(out);
    }

    /** Beside the results, where there is room for them. */
    private File temporary() throws IOException {
        return parameters.m_output.format().isPresent()
                ? FileUtil.createTempDir(".dlpixel", parameters.m_output.folder().toFile())
                : FileUtil.createTempDir("dlpixel");
    }

    private void run(
            BufferedDataTable table,
            ExecuteOutput out,
            PredictionSettings settings,
            PlaneSettings planes)
            throws IOException {
        SliceModel model = port.sliceModel();
        DataTableSpec in = table.getDataTableSpec();
        BufferedDataContainer volumes =
                exec.createDataContainer(OutputTables.volumes(in, parameters));
        BufferedDataContainer areas = exec.createDataContainer(OutputTables.areas());
        Consumer<SlicePrediction> watch = parameters.isRefined() ? plain : slice -> {};
        try (PlanePredictor predictor = PlanePredictor.open(model, settings, planes, watch)) {
            Rows rows = new Rows(model, predictor, settings, areas);
            rows.addAll(table, volumes);
            warnings.count(rows.missing, "without an image got a missing segmentation.");
        }
        volumes.close();
        areas.close();
        out.setOutData(volumes.getTable(), areas.getTable());
    }

    /** Segments row by row with a model that is loaded. */
    private final class Rows {

        private final SliceModel model;
        private final PlanePredictor predictor;
        private final PredictionSettings settings;
        private final BufferedDataContainer areas;
        private final Stacks stacks;
        private int missing;

        Rows(
                SliceModel model,
                PlanePredictor predictor,
                PredictionSettings settings,
                BufferedDataContainer areas) {
            this.model = model;
            this.predictor = predictor;
            this.settings = settings;
            this.areas = areas;
            this.stacks =
                    new Stacks(
                            parameters, model.metadata().classes(), new ImgPlusCellFactory(exec));
        }

        void addAll(BufferedDataTable table, BufferedDataContainer volumes) throws IOException {
            DataTableSpec spec = table.getDataTableSpec();
            int appended = volumes.getTableSpec().getNumColumns() - spec.getNumColumns();
            long done = 0;
            try (CloseableRowIterator rows = table.iterator()) {
                while (rows.hasNext()) {
                    DataRow row = rows.next();
                    double from = (double) done / table.size();
                    double to = (double) ++done / table.size();
                    Progress progress = new KnimeProgress(exec).part(from, to);
                    List<DataCell> cells = cells(spec, row, appended, progress);
                    volumes.addRowToTable(
                            new AppendedColumnRow(row, cells.toArray(DataCell[]::new)));
                }
            }
        }

        private List<DataCell> cells(
                DataTableSpec spec, DataRow row, int appended, Progress progress)
                throws IOException {
            try (VolumeRow volume = VolumeRow.of(spec, row, columns())) {
                if (volume.image().isEmpty()) {
                    missing++;
                    return IntStream.range(0, appended)
                            .<DataCell>mapToObj(i -> DataType.getMissingCell())
                            .toList();
                }
                return segment(volume, fingerprint(volume, row, progress), progress);
            }
        }

        private List<DataCell> segment(VolumeRow volume, String fingerprint, Progress progress)
                throws IOException {
            SliceSource source = volume.image().orElseThrow();
            plain.reset(parameters.planes(Path.of("")).watchedSlices(source.shape()));
            warnAboutFilm(volume.key(), source.shape());
            try (RowResults results = stacks.open(volume, slices(source), fingerprint)) {
                if (volume.range().isPresent()) {
                    predictor.predict(source, volume.range().get(), results, progress);
                } else {
                    predictor.predict(source, results, progress);
                }
                List<DataCell> cells = new ArrayList<>(results.finish(progress));
                if (parameters.m_input.isPreview()) {
                    int depth = source.shape().depth();
                    cells.add(new StringCell(SliceText.of(settings.range(), depth)));
                }
                cells.add(PlainCells.number(results.statistics().flicker()));
                if (parameters.isRefined()) {
                    double before = results.goesOn() ? Double.NaN : plain.flicker();
                    cells.add(PlainCells.number(before));
                }
                new OutputTables.Volume(
                                volume.key(),
                                volume.source(),
                                model.metadata().classes(),
                                source.shape(),
                                source.voxelSize())
                        .add(results.statistics().slices(), areas);
                return cells;
            }
        }

        /** A stack whose Z axis is called Time is easily taken for one. */
        private void warnAboutFilm(String key, VolumeShape shape) {
            boolean needsDepth =
                    parameters.isRefined()
                            || parameters.m_input.m_across != Choices.Axes.Z
                            || model.metadata().context().neighbours() > 0;
            if (needsDepth && shape.times() > 1 && shape.depth() == 1) {
                warnings.add(
                        "Row "
                                + key
                                + " has an axis Time and a single slice per time point: slices of"
                                + " different time points are never combined.");
            }
        }

        /** Slices across z that the result has. */
        private List<Integer> slices(SliceSource source) {
            VolumeShape shape = source.shape();
            return parameters.m_input.isAlongZ()
                    ? settings.range().of(shape)
                    : IntStream.range(0, shape.slices()).boxed().toList();
        }

        /** All that the bytes of the results depend on; only looked at where they are files. */
        private String fingerprint(VolumeRow volume, DataRow row, Progress progress)
                throws IOException {
            if (parameters.m_output.format().isEmpty()) {
                return "";
            }
            SliceSource source = volume.image().orElseThrow();
            String content =
                    VolumeTable.file(row.getCell(column), source.name())
                            .map(path -> Fingerprint.ofFiles(path, parameters.m_output.folder()))
                            .orElseGet(() -> Fingerprint.ofPixels(source, progress));
            return String.join(
                    "\n",
                    port.hash(),
                    settings.toString(),
                    parameters.planes(Path.of("")).toString(),
                    parameters.m_output.m_values.name(),
                    parameters.m_output.m_uncertainty.name(),
                    volume.range().map(IntensityRange::toString).orElse("measured"),
                    content);
        }

        private VolumeRow.ImageColumns columns() {
            OptionalInt none = OptionalInt.empty();
            return new VolumeRow.ImageColumns(OptionalInt.of(column), none, none, none);
        }
    }
}
