package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsXmlTest {
    private static NodeSettings read(String xml) throws IOException {
        return (NodeSettings)
                NodeSettings.loadFromXML(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String write(NodeSettings settings) throws IOException {
        var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle/workflow.knime",
                "idle/Sample Source (#1)/settings.xml",
                "idle/Sample Learner (#2)/settings.xml",
                "idle/Sample Predictor (#3)/settings.xml",
                "idle/Sample Dynamic (#4)/settings.xml",
                "idle/Sample Dynamic (#5)/settings.xml",
                "executed/workflow.knime",
                "executed/Sample Source (#1)/settings.xml",
                "executed/Sample Learner (#2)/settings.xml"
            })
    void filesSavedByKnimeAreWrittenByteForByte(String file) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/knime-saved-workflow/" + file)) {
            String stored = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(write(read(stored))).isEqualTo(stored);
        }
    }

    @Property
    void everyTextSurvives(@ForAll String text) throws Exception {
        var settings = new NodeSettings("root");
        settings.addString("text", wellFormed(text));

        assertThat(read(write(settings)).getString("text")).isEqualTo(wellFormed(text));
    }

    /** Half of a surrogate pair, and the two non-characters, are no text that XML can hold. */
    private static String wellFormed(String text) {
        return text.replaceAll("[\\ud800-\\udfff\\ufffe\\uffff]", "?");
    }

    @Property
    void everyNumberSurvives(
            @ForAll int i, @ForAll long l, @ForAll double d, @ForAll float f, @ForAll byte b)
            throws Exception {
        var settings = new NodeSettings("root");
        settings.addInt("i", i);
        settings.addLong("l", l);
        settings.addDouble("d", d);
        settings.addFloat("f", f);
        settings.addByte("b", b);
        NodeSettings again = read(write(settings));

        assertThat(again.getInt("i")).isEqualTo(i);
        assertThat(again.getLong("l")).isEqualTo(l);
        assertThat(again.getDouble("d")).isEqualTo(d);
        assertThat(again.getFloat("f")).isEqualTo(f);
        assertThat(again.getByte("b")).isEqualTo(b);
    }

    @Test
    void aTextThatLooksLikeAnEscapeSurvives() throws Exception {
        var settings = new NodeSettings("root");
        settings.addString("text", "100 %%00010 %%%00010%%");

        assertThat(read(write(settings)).getString("text")).isEqualTo("100 %%00010 %%%00010%%");
    }

    @Test
    void nullAndEmptyArraysDiffer() throws Exception {
        var settings = new NodeSettings("root");
        settings.addStringArray("none", (String[]) null);
        settings.addStringArray("empty");
        NodeSettings again = read(write(settings));

        assertThat(again.getStringArray("none")).isNull();
        assertThat(again.getStringArray("empty")).isEmpty();
    }

    @Test
    void aGetterWithADefaultGivesItForAnAbsentKeyAndAnotherType() {
        var settings = new NodeSettings("root");
        settings.addString("text", "x");

        assertThat(settings.getInt("absent", 3)).isEqualTo(3);
        assertThat(settings.getInt("text", 4)).isEqualTo(4);
        assertThat(settings.getString("text", "y")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<config key=\"a\"><entry key=\"b\" type=\"xstring\" value=\"&x;\"/></config>",
                "<config key=\"a\"><entry key=\"b\" type=\"xint\" value=\"one\"/></config>",
                "<config key=\"a\"><entry key=\"b\" type=\"xint\" isnull=\"true\" value=\"\"/></config>",
                "<config key=\"a\"><entry key=\"b\" type=\"xbig\" value=\"1\"/></config>",
                "<config key=\"a\"><entry key=\"b\" value=\"1\"/></config>",
                "<config key=\"a\"><other/></config>",
                "<settings/>",
                "<config key=\"a\">",
                "no XML at all",
                ""
            })
    void whatIsNoSettingsFileIsRefused(String text) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(text));
    }

    @Test
    void anArrayWhoseSizeLiesIsRefusedWithoutReservingMemory() throws IOException {
        NodeSettings settings =
                read(
                        "<config key=\"a\"><config key=\"b\"><entry key=\"array-size\""
                                + " type=\"xint\" value=\"2000000000\"/></config></config>");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> settings.getIntArray("b"));
    }
}
