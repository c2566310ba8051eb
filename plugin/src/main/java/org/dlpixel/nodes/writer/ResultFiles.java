package org.dlpixel.nodes.writer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.TiffWriter;
import org.dlpixel.core.network.ModelInfo;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.score.ScoreRow;
import org.dlpixel.core.score.ScoresCsv;
import org.dlpixel.core.view.Report;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.FileNames;
import org.dlpixel.nodes.convert.Pictures;
import org.dlpixel.nodes.convert.PlainCells;
import org.dlpixel.nodes.convert.SlicePlace;
import org.dlpixel.nodes.convert.VolumeRow;
import org.dlpixel.nodes.convert.Warnings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The files of one execution: each written as a whole, and gathered for the report. */
final class ResultFiles {

    /** A file and what is in it. */
    record Written(Path file, String content) {}

    private static final String SEGMENTATION = "segmentation";

    private final Path folder;
    private final Progress progress;
    private final List<Written> written = new ArrayList<>();
    private final FileNames names = new FileNames();
    private final Warnings warnings = new Warnings();
    private final List<Report.Figure> overlays = new ArrayList<>();
    private final List<Report.Figure> curves = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> provenance = new LinkedHashMap<>();
    private List<ScoreRow> scores = List.of();
    private Optional<ClassList> classes = Optional.empty();

    ResultFiles(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    List<Written> written() {
        return written;
    }

    Warnings warnings() {
        return warnings;
    }

    /** One TIFF per row: segmentation.tif, or segmentation_ROW.tif if there are several. */
    void segmentations(BufferedDataTable table, int column) {
        VolumeRow.ImageColumns columns =
                new VolumeRow.ImageColumns(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(column));
        int missing = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                try (VolumeRow row = VolumeRow.of(table.getDataTableSpec(), rows.next(), columns)) {
                    missing += segmentation(row, table.size() == 1) ? 0 : 1;
                }
            }
        }
        warnings.leftOut(missing, "without a segmentation");
    }

    /** False if there is none. */
    private boolean segmentation(VolumeRow row, boolean only) {
        if (row.segmentation().isEmpty()) {
            return false;
        }
        classes = classes.or(row::classes);
        sources.add(row.source());
        String name =
                only ? SEGMENTATION + ".tif" : names.of(SEGMENTATION + "_", row.key(), ".tif");
        segmentation(folder.resolve(name), row.segmentation().get());
        return true;
    }

    private void segmentation(Path file, SliceSource source) {
        VolumeShape shape = source.shape();
        try (TiffWriter out = TiffWriter.create(file, shape, PixelType.UINT8, source.voxelSize())) {
            for (int z = 0; z < shape.slices(); z++) {
                progress.checkCancelled();
                out.write(z, VolumeRow.classIndices(source, z));
                progress.report(
                        0.7 * (z + 1) / shape.slices(), file.getFileName() + ", slice " + z);
            }
        }
        add(file, "class index per voxel, " + shape.zyx() + " (" + shape.zyxAxes() + ")");
    }

    /** The first picture becomes training.png, the one of the calibration calibration.png. */
    void trainingCurve(BufferedDataTable table) {
        List<Picture> pictures = pictures(table, "Training curve");
        if (pictures.isEmpty()) {
            warnings.add("The table of the training curve has no picture.");
            return;
        }
        figure(
                "Training",
                "training.png",
                "Losses, Dice on the held-out regions and learning rate per epoch.",
                pictures.get(0));
        pictures.stream()
                .filter(p -> p.key().equals(Pictures.CALIBRATION))
                .findFirst()
                .ifPresent(
                        p ->
                                figure(
                                        "Calibration",
                                        "calibration.png",
                                        "How often the model is right on held-out labels when it"
                                                + " is how sure.",
                                        p));
    }

    private void figure(String heading, String name, String caption, Picture picture) {
        write(name, picture.png(), caption);
        curves.add(new Report.Figure(heading, caption, heading, picture.png()));
    }

    /** Each picture becomes overlay_slice_NNNN.png, or overlay_ROW.png. */
    void overlays(BufferedDataTable table) {
        List<Picture> pictures = pictures(table, "Overlays");
        Set<SlicePlace> slices = new HashSet<>();
        boolean distinct =
                pictures.stream()
                        .allMatch(p -> p.place().isPresent() && slices.add(p.place().get()));
        for (Picture p : pictures) {
            progress.checkCancelled();
            String name =
                    distinct
                            ? fileName(p.place().orElseThrow())
                            : names.of("overlay_", p.key(), ".png");
            write(name, p.png(), "segmentation on the image, row " + p.key());
            String heading = p.place().map(SlicePlace::heading).orElse(p.key());
            overlays.add(new Report.Figure(heading, name, "Overlay of " + heading, p.png()));
        }
    }

    private static String fileName(SlicePlace place) {
        String slice = String.format(Locale.ROOT, "slice_%04d.png", place.z());
        return place.time().isPresent()
                ? String.format(Locale.ROOT, "overlay_time_%04d_%s", place.time().getAsInt(), slice)
                : "overlay_" + slice;
    }

    void scores(List<ScoreRow> rows) {
        scores = rows;
        Path file = folder.resolve("scores.csv");
        ScoresCsv.write(file, rows);
        add(file, "scores per scope and class");
    }

    void model(ModelInfo model) {
        classes = Optional.of(model.classes());
        settings.put("network", model.title());
        if (model instanceof ModelMetadata metadata) {
            unet(metadata);
        }
    }

    private void unet(ModelMetadata m) {
        UNetSettings n = m.network();
        settings.put("depth", Integer.toString(n.depth()));
        settings.put("base features", Integer.toString(n.baseFeatures()));
        settings.put("dropout", Double.toString(n.dropout()));
        settings.put("input channels", Integer.toString(n.inputChannels()));
        settings.put("patch size", m.patchSize() + " pixels");
        settings.put(
                "normalisation",
                "percentiles "
                        + m.normalization().lowPercentile()
                        + " and "
                        + m.normalization().highPercentile()
                        + " per "
                        + m.normalization().scope().name().toLowerCase(Locale.ROOT));
        settings.put("seed", Long.toString(m.seed()));
        m.history().forEach((k, v) -> settings.put("training: " + k, v));
        provenance.putAll(m.provenance());
    }

    void report() {
        Path file = folder.resolve("report.html");
        add(file, "this page");
        List<Report.Figure> figures = new ArrayList<>(overlays);
        figures.addAll(curves);
        new Report(
                        Report.TITLE,
                        String.join(", ", sources),
                        classes.orElseGet(this::numbered),
                        scores,
                        figures,
                        entries(settings),
                        written.stream()
                                .map(
                                        w ->
                                                new Report.Entry(
                                                        w.file().getFileName().toString(),
                                                        w.content()))
                                .toList(),
                        entries(provenance))
                .write(file);
        progress.report(1, "Report written");
    }

    private ClassList numbered() {
        int largest = 1;
        for (ScoreRow row : scores) {
            largest = Math.max(largest, row.classIndex().orElse(0));
        }
        return ClassList.numbered(largest + 1);
    }

    private static List<Report.Entry> entries(Map<String, String> map) {
        return map.entrySet().stream()
                .map(e -> new Report.Entry(e.getKey(), e.getValue()))
                .toList();
    }

    private void write(String name, byte[] bytes, String content) {
        Path file = folder.resolve(name);
        AtomicFile.write(file, bytes);
        add(file, content);
    }

    private void add(Path file, String content) {
        written.add(new Written(file, content));
    }

    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    private record Picture(String key, Optional<SlicePlace> place, byte[] png) {}

    private static List<Picture> pictures(BufferedDataTable table, String name) {
        DataTableSpec spec = table.getDataTableSpec();
        OptionalInt column = Pictures.find(spec);
        if (column.isEmpty()) {
            throw InvalidInput.of("table " + name, "no column of PNG images", "one with pictures");
        }
        List<Picture> out = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                DataCell cell = row.getCell(column.getAsInt());
                if (!cell.isMissing()) {
                    out.add(
                            new Picture(
                                    row.getKey().getString(),
                                    place(new PlainCells(spec, row)),
                                    Pictures.png(cell)));
                }
            }
        }
        return out;
    }

    private static Optional<SlicePlace> place(PlainCells cells) {
        OptionalInt time =
                cells.whole(Columns.TIME).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return cells.whole(Columns.SLICE).map(z -> new SlicePlace(time, z));
    }
}
