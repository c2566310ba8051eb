package org.dlpixel.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of text, as CSV (RFC 4180) and as Markdown.
 *
 * @param header one name per column
 * @param rows as wide as the header
 */
public record Table(List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "Illegal row: " + row + ", must have " + header.size() + " columns");
            }
        }
    }

    /** An empty table. */
    public static Table of(String... header) {
        return new Table(List.of(header), List.of());
    }

    /** The same table with one more row. */
    public Table with(String... row) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(List.of(row));
        return new Table(header, more);
    }

    public String csv() {
        return lines(",", "", "", Table::quoted, List.of());
    }

    public String markdown() {
        List<String> rule = header.stream().map(column -> "---").toList();
        return lines(" | ", "| ", " |", cell -> cell.replace("|", "\\|"), rule);
    }

    private String lines(
            String between,
            String before,
            String after,
            UnaryOperator<String> written,
            List<String> rule) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        if (!rule.isEmpty()) {
            all.add(rule);
        }
        all.addAll(rows);
        return all.stream()
                .map(
                        row ->
                                row.stream()
                                        .map(written)
                                        .collect(Collectors.joining(between, before, after + "\n")))
                .collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
