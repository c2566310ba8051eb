package org.dlpixel.core.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.PixelClassificationException.NotWritable;
import org.dlpixel.core.score.Scope;
import org.dlpixel.core.score.ScoreRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportTest {

    private static final String NASTY = "<script>alert(\"1\")</script> & 'x' \u00b5m\u0007";

    @TempDir Path folder;

    @Test
    void thePageIsWellFormedWhateverTheTexts() throws Exception {
        Document page = parse(nasty().html());
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo(NASTY.replace("\u0007", ""));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(4);
    }

    @Test
    void picturesAreEmbeddedAndDescribed() throws Exception {
        byte[] png = new RgbImage(1, 1, new int[] {7}).png();
        Element image = (Element) parse(nasty().html()).getElementsByTagName("img").item(0);
        assertThat(image.getAttribute("alt")).isEqualTo("what is seen");
        assertThat(image.getAttribute("src"))
                .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(nasty().html()).doesNotContain("http", "url(", "@import", "<link");
    }

    @Test
    void heldOutForegroundScoresStandInFront() throws Exception {
        var values = parse(nasty().html()).getElementsByTagName("dd");
        assertThat(values.item(0).getTextContent()).isEqualTo("0.812");
        assertThat(values.item(2).getTextContent()).as("undefined precision").isEqualTo("\u2013");
    }

    @Test
    void aReportWithoutAnythingIsAPage() throws Exception {
        Report empty =
                new Report(
                        Report.TITLE,
                        "",
                        ClassList.numbered(2),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        Document page = parse(empty.html());
        assertThat(page.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Segmentation report");
        assertThat(page.getElementsByTagName("table").getLength()).isZero();
    }

    @Test
    void theFileHoldsThePageAndErrorsNameWhatIsInTheWay() throws Exception {
        Path file = folder.resolve("out/report.html");
        nasty().write(file);
        assertThat(Files.readString(file)).isEqualTo(nasty().html());
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> nasty().write(notAFolder.resolve("report.html")))
                .isInstanceOf(NotWritable.class)
                .hasMessageContaining(notAFolder.toString());
    }

    private static Report nasty() {
        byte[] png = new RgbImage(1, 1, new int[] {7}).png();
        return new Report(
                NASTY,
                NASTY,
                new ClassList(List.of("background", NASTY)),
                List.of(
                        row(Scope.ALL, OptionalInt.empty(), 0.5),
                        row(Scope.HELD_OUT, OptionalInt.of(0), 0.9),
                        row(Scope.HELD_OUT, OptionalInt.of(1), 0.8),
                        row(Scope.HELD_OUT, OptionalInt.empty(), 0.8123)),
                List.of(new Report.Figure(NASTY, NASTY, "what is seen", png)),
                List.of(new Report.Entry(NASTY, NASTY)),
                List.of(new Report.Entry("segmentation.tif", NASTY)),
                List.of(new Report.Entry("seed", "42")));
    }

    private static ScoreRow row(Scope scope, OptionalInt c, double dice) {
        return new ScoreRow(scope, c, dice, 0.7, Double.NaN, 0.9, 1);
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
    }
}
