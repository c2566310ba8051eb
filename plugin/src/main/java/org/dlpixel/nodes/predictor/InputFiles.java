package org.dlpixel.nodes.predictor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.dlpixel.core.image.PixelClassificationException.Cancelled;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.io.StackFormat;
import org.dlpixel.nodes.convert.Columns;
import org.dlpixel.nodes.convert.Paths;
import org.dlpixel.nodes.convert.PlainCells;
import org.dlpixel.nodes.convert.VolumeRow;
import org.dlpixel.nodes.convert.VolumeTable;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The files that a table of volumes comes from: looked at before anything is computed. */
final class InputFiles {

    private final DataTableSpec spec;
    private final int column;
    private final Map<Path, String> rows = new HashMap<>();
    private final Map<Path, String> above = new HashMap<>();

    private InputFiles(DataTableSpec spec, int column) {
        this.spec = spec;
        this.column = column;
    }

    /**
     * Makes sure that every path leads somewhere, and that no result takes the place of an input,
     * of whichever row.
     *
     * @param column of images or paths
     * @param progress asked at every row
     * @throws Cancelled if the user asked to stop
     * @throws Unreadable naming row and path of an input that does not exist
     * @throws InvalidInput naming the result and the row whose input it would replace
     */
    static void check(
            BufferedDataTable table, int column, OutputParameters output, Progress progress) {
        InputFiles inputs = new InputFiles(table.getDataTableSpec(), column);
        eachRow(table, progress, inputs::add);
        output.format().ifPresent(format -> inputs.requireKept(table, output, format, progress));
    }

    private static void eachRow(
            BufferedDataTable table, Progress progress, Consumer<DataRow> action) {
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                progress.checkCancelled();
                action.accept(iterator.next());
            }
        }
    }

    private void add(DataRow row) {
        if (row.getCell(column).isMissing()) {
            return;
        }
        String key = row.getKey().getString();
        VolumeTable.file(row.getCell(column), "image of row " + key)
                .ifPresentOrElse(path -> add(required(path, key), key), () -> addSource(row, key));
    }

    private static Path required(Path path, String key) {
        if (!Files.exists(path)) {
            throw new Unreadable("Cannot read the image of row " + key + ": there is no " + path);
        }
        return path;
    }

    /** An image cell may say which file it was read from. */
    private void addSource(DataRow row, String key) {
        new PlainCells(spec, row)
                .text(Columns.SOURCE)
                .flatMap(InputFiles::existing)
                .ifPresent(path -> add(path, key));
    }

    private static Optional<Path> existing(String text) {
        try {
            return Optional.of(Paths.resolve("source", text)).filter(Files::exists);
        } catch (InvalidInput e) {
            return Optional.empty();
        }
    }

    private void add(Path path, String key) {
        Path real = real(path);
        rows.put(real, key);
        for (Path p = real.getParent(); p != null; p = p.getParent()) {
            if (above.putIfAbsent(p, key) != null) {
                return;
            }
        }
    }

    private void requireKept(
            BufferedDataTable table,
            OutputParameters output,
            StackFormat format,
            Progress progress) {
        ResultPaths paths = new ResultPaths(output);
        List<Product> products = Product.of(output);
        eachRow(
                table,
                progress,
                row -> {
                    if (!row.getCell(column).isMissing()) {
                        String source = VolumeRow.source(spec, row, OptionalInt.of(column));
                        for (Product product : products) {
                            format.written(paths.of(product, source)).forEach(this::requireFree);
                        }
                    }
                });
    }

    /** Also a folder of slice images must not get one more. */
    private void requireFree(Path result) {
        Path real = real(result);
        String row = rows.getOrDefault(real, above.get(real));
        if (row == null && real.getParent() != null) {
            row = rows.get(real.getParent());
        }
        if (row != null) {
            throw InvalidInput.of(
                    "file of the results",
                    result,
                    "another path than the image of row " + row + ": choose another folder");
        }
    }

    private static Path real(Path path) {
        try {
            if (Files.exists(path)) {
                return path.toRealPath();
            }
            Path folder = path.toAbsolutePath().getParent();
            return folder != null && Files.exists(folder)
                    ? folder.toRealPath().resolve(path.getFileName())
                    : path.toAbsolutePath().normalize();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
