package org.dlpixel.core.view;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.AtomicFile;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;

/**
 * Everything about one segmentation on one page of HTML5: scores, pictures, settings, files,
 * provenance. Pictures are embedded, nothing is loaded from elsewhere, no script is used.
 *
 * @param title heading and page title
 * @param summary one sentence under the heading; may be empty
 * @param classes names of the classes
 * @param scores may be empty
 * @param figures in the order in which they are shown
 * @param settings what the user chose
 * @param files what was written
 * @param provenance what made the result: versions, seed, inputs, time
 */
public record Report(
        String title,
        String summary,
        ClassList classes,
        List<ScoreRow> scores,
        List<Report.Figure> figures,
        List<Report.Entry> settings,
        List<Report.Entry> files,
        List<Report.Entry> provenance) {

    /** The usual title. */
    public static final String TITLE = "Segmentation report";

    /**
     * A picture.
     *
     * @param heading a few words
     * @param caption what it shows, a sentence or two; may be empty
     * @param alt what somebody who does not see it should know
     * @param png the file
     */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record Figure(String heading, String caption, String alt, byte[] png) {}

    /** A name and what belongs to it. */
    public record Entry(String name, String value) {}

    public Report {
        scores = List.copyOf(scores);
        figures = List.copyOf(figures);
        settings = List.copyOf(settings);
        files = List.copyOf(files);
        provenance = List.copyOf(provenance);
    }

    /** The page. */
    public String html() {
        Html html = new Html();
        html.open(title);
        html.element("h1", title);
        if (!summary.isEmpty()) {
            html.element("p", summary);
        }
        headline().ifPresent(html::headline);
        if (!scores.isEmpty()) {
            html.element("h2", "Scores");
            html.scores(scores, classes);
        }
        for (Figure figure : figures) {
            html.element("h2", figure.heading());
            html.figure(figure);
        }
        html.entries("Settings", "Setting", "Value", settings);
        html.entries("Files", "File", "Content", files);
        html.entries("Provenance", "Item", "Value", provenance);
        return html.close();
    }

    /**
     * Writes the page as a whole or not at all.
     *
     * @throws org.dlpixel.core.image.PixelClassificationException.NotWritable if it cannot be
     *     written
     */
    public void write(Path file) {
        AtomicFile.write(file, html().getBytes(StandardCharsets.UTF_8));
    }

    /** Foreground scores of what the network has not seen, else of the first scope there is. */
    private Optional<ScoreRow> headline() {
        List<ScoreRow> foreground =
                scores.stream().filter(row -> row.classIndex().isEmpty()).toList();
        return foreground.stream()
                .filter(row -> row.scope() == Scope.HELD_OUT)
                .findFirst()
                .or(() -> foreground.stream().findFirst());
    }
}
