package org.dlpixel.core.score;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;

/**
 * Scores as a table of text: RFC 4180, UTF-8, comma, CRLF, one header line.
 *
 * <pre>
 * scope,class,dice,iou,precision,recall,accuracy
 * held-out,1,0.834211,0.715588,0.851200,0.817889,0.968310
 * held-out,all,...
 * </pre>
 *
 * Scores have six decimals and a point whatever the locale; undefined ones are {@code NaN}.
 */
public final class ScoresCsv {

    /** The header line. */
    public static final String HEADER = "scope,class,dice,iou,precision,recall,accuracy";

    private static final String LINE_END = "\r\n";
    private static final int COLUMNS = 7;

    private ScoresCsv() {}

    /** The table as text. */
    public static String format(List<ScoreRow> rows) {
        StringBuilder out = new StringBuilder(HEADER).append(LINE_END);
        for (ScoreRow row : rows) {
            out.append(row.scope().label()).append(',').append(row.classText());
            append(out, row.dice(), row.iou(), row.precision(), row.recall(), row.accuracy());
            out.append(LINE_END);
        }
        return out.toString();
    }

    /**
     * Reads such a text, with any line ends.
     *
     * @throws InvalidInput if it is of another form
     */
    public static List<ScoreRow> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            String found = lines.isEmpty() ? "" : lines.get(0);
            throw InvalidInput.of("header of the scores", "'" + found + "'", HEADER);
        }
        List<ScoreRow> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(line));
        }
        return rows;
    }

    /**
     * Writes the table as a whole or not at all.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.NotWritable if it cannot be
     *     written
     */
    public static void write(Path file, List<ScoreRow> rows) {
        AtomicFile.write(file, format(rows).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a table that {@link #write} wrote. */
    public static List<ScoreRow> read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unreadable("Cannot read the scores " + file + ".", e);
        }
    }

    private static void append(StringBuilder out, double... values) {
        for (double value : values) {
            out.append(',');
            out.append(Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%.6f", value));
        }
    }

    private static ScoreRow row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw InvalidInput.of("line of the scores", "'" + line + "'", COLUMNS + " columns");
        }
        double[] v = new double[COLUMNS];
        for (int i = 2; i < COLUMNS; i++) {
            v[i] = number(cells[i]);
        }
        return new ScoreRow(
                Scope.parse(cells[0]), ScoreRow.parseClass(cells[1]), v[2], v[3], v[4], v[5], v[6]);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput("Illegal score: '" + text + "', must be a number.", e);
        }
    }
}
