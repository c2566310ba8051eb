package org.dlpixel.core.view;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;

/** Builds the page of a {@link Report}; every text is escaped. */
final class Html {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1f2328; --faint: #57606a; --paper: #fff;
              --panel: #f6f8fa; --line: #d8dee4; --accent: #0072b2; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #9da7b3;
              --paper: #0d1117; --panel: #161b22; --line: #30363d; --accent: #56b4e9; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
            main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
            h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
            h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem;
              border-bottom: 1px solid var(--line); }
            h1 + p { color: var(--faint); margin-top: 0; }
            dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
              gap: .75rem; margin: 1.5rem 0 .5rem; }
            dl div { background: var(--panel); border: 1px solid var(--line); border-radius: 8px;
              padding: .8rem 1rem; }
            dt { color: var(--faint); font-size: .85rem; }
            dd { margin: 0; font-size: 1.7rem; font-weight: 600;
              font-variant-numeric: tabular-nums; }
            dl div:first-child dd { color: var(--accent); }
            .note { color: var(--faint); font-size: .875rem; margin: .25rem 0 0; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            caption { text-align: left; color: var(--faint); font-size: .875rem;
              padding-bottom: .4rem; }
            th, td { text-align: left; padding: .4rem .75rem; border-bottom: 1px solid var(--line);
              vertical-align: top; }
            td:last-child:not(.number) { overflow-wrap: anywhere; min-width: 10rem; }
            thead th { color: var(--faint); font-weight: 600; font-size: .875rem; }
            tbody th { font-weight: 500; color: inherit; }
            td.number, th.number { text-align: right; white-space: nowrap; }
            tr.total td { font-weight: 700; }
            tr.first > * { border-top: 2px solid var(--line); }
            .swatch { display: inline-block; width: .8em; height: .8em; border-radius: 2px;
              margin-right: .5em; vertical-align: -.05em; }
            figure { margin: 0; }
            img { display: block; max-width: 100%; height: auto; background: #fff;
              border: 1px solid var(--line); border-radius: 6px; }
            figcaption { color: var(--faint); font-size: .875rem; margin-top: .5rem; }
            @media print { main { max-width: none; padding: 0; } figure, table { break-inside: avoid; } }
            """;

    private static final List<String> SCORES =
            List.of("Dice", "IoU", "Precision", "Recall", "Accuracy");

    private static final String TABLE = "<div class=\"scroll\"><table>\n";
    private static final String END_TABLE = "</table></div>\n";

    private final StringBuilder out = new StringBuilder();

    void open(String title) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width,"
                                + " initial-scale=1\" />\n");
        element("title", title);
        out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
    }

    String close() {
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    void element(String name, String text) {
        out.append('<').append(name).append('>').append(escape(text));
        out.append("</").append(name).append(">\n");
    }

    void headline(ScoreRow row) {
        List<String> values = values(row);
        out.append("<dl>\n");
        for (int i = 0; i < values.size(); i++) {
            out.append("<div><dt>").append(SCORES.get(i)).append("</dt><dd>");
            out.append(values.get(i)).append("</dd></div>\n");
        }
        out.append("</dl>\n<p class=\"note\">Foreground, ").append(scope(row.scope()));
        out.append(". Accuracy counts all classes.</p>\n");
    }

    void scores(List<ScoreRow> rows, ClassList classes) {
        out.append(TABLE).append("<caption>Pooled over all voxels whose truth is known. ");
        out.append("\u201cAll foreground\u201d pools every class but the first.</caption>\n");
        out.append("<thead><tr><th scope=\"col\">Slices</th><th scope=\"col\">Class</th>");
        for (String name : SCORES) {
            out.append("<th scope=\"col\" class=\"number\">").append(name).append("</th>");
        }
        out.append("</tr></thead>\n");
        for (Scope scope : Scope.values()) {
            List<ScoreRow> group = rows.stream().filter(row -> row.scope() == scope).toList();
            for (int i = 0; i < group.size(); i++) {
                row(group.get(i), classes, i == 0 ? group.size() : 0);
            }
        }
        out.append(END_TABLE);
    }

    /**
     * @param span rows that the scope's cell covers; 0 if it was written before
     */
    private void row(ScoreRow row, ClassList classes, int span) {
        String first = span > 0 ? "first " : "";
        String total = row.classIndex().isEmpty() ? "total" : "";
        out.append("<tr class=\"").append((first + total).strip()).append("\">");
        if (span > 0) {
            out.append("<th scope=\"rowgroup\" rowspan=\"").append(span).append("\">");
            out.append(scope(row.scope())).append("</th>");
        }
        out.append("<td>");
        if (row.classIndex().isPresent()) {
            int c = row.classIndex().getAsInt();
            out.append("<span class=\"swatch\" style=\"background:")
                    .append(Palette.css(Palette.of(c)))
                    .append("\"></span>")
                    .append(escape(c < classes.size() ? classes.name(c) : "class " + c));
        } else {
            out.append("All foreground");
        }
        out.append("</td>");
        for (String value : values(row)) {
            out.append("<td class=\"number\">").append(value).append("</td>");
        }
        out.append("</tr>\n");
    }

    void figure(Report.Figure figure) {
        out.append("<figure><img alt=\"").append(escape(figure.alt()));
        out.append("\" src=\"data:image/png;base64,");
        out.append(Base64.getEncoder().encodeToString(figure.png())).append("\" />");
        if (!figure.caption().isEmpty()) {
            out.append("<figcaption>").append(escape(figure.caption())).append("</figcaption>");
        }
        out.append("</figure>\n");
    }

    void entries(String heading, String name, String value, List<Report.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        element("h2", heading);
        out.append(TABLE).append("<thead><tr><th scope=\"col\">").append(escape(name));
        out.append("</th><th scope=\"col\">").append(escape(value)).append("</th></tr></thead>\n");
        for (Report.Entry entry : entries) {
            out.append("<tr><th scope=\"row\">").append(escape(entry.name()));
            out.append("</th><td>").append(escape(entry.value())).append("</td></tr>\n");
        }
        out.append(END_TABLE);
    }

    private static List<String> values(ScoreRow r) {
        return List.of(
                number(r.dice()),
                number(r.iou()),
                number(r.precision()),
                number(r.recall()),
                number(r.accuracy()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String scope(Scope scope) {
        return switch (scope) {
            case HELD_OUT -> "held-out slices (without labels)";
            case ANNOTATED -> "annotated slices";
            case ALL -> "all slices";
        };
    }

    /**
     * Text as HTML shows it literally, also inside quoted attributes; control characters vanish.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
