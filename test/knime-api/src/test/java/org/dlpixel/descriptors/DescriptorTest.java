package org.dlpixel.descriptors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.descriptors.plugin.SampleNodeFactory;
import org.junit.jupiter.api.Test;
import org.knime.core.data.RowKey;

class DescriptorTest {
    private static final String ROW_KEY = "public final class org/knime/core/data/RowKey ";

    private static final String FILE_STORE =
            "public final class org/knime/core/data/filestore/FileStore";

    @Test
    void theCleanRoomDeclaresOnlyWhatIsReal() throws Exception {
        DescriptorReport report = new DeclarationCheck(DescriptorList.knime()).check(cleanRoom());

        assertThat(report.problems()).isEmpty();
        assertThat(report.types()).isGreaterThan(150);
        assertThat(report.members()).isGreaterThan(700);
    }

    @Test
    void aPluginRefersOnlyToWhatIsReal() throws Exception {
        DescriptorReport report = new ReferenceCheck(DescriptorList.knime()).check(plugin());

        assertThat(report.problems()).isEmpty();
        assertThat(report.types()).isGreaterThan(30);
        assertThat(report.members()).isGreaterThan(30);
    }

    @Test
    void annotationsAreSeenAtRunTime() throws Exception {
        List<Class<?>> annotations = new ArrayList<>();
        for (String name : DescriptorList.knime().names()) {
            String file = name + ".class";
            if (RowKey.class.getClassLoader().getResource(file) != null) {
                Class<?> type = Class.forName(name.replace('/', '.'));
                if (type.isAnnotation()) {
                    annotations.add(type);
                }
            }
        }

        assertThat(annotations)
                .hasSizeGreaterThan(10)
                .allMatch(
                        type ->
                                type.getAnnotation(Retention.class).value()
                                        == RetentionPolicy.RUNTIME);
    }

    @Test
    void aDeclaredTypeThatIsNotRealIsFound() throws Exception {
        assertThat(declarations(replace(ROW_KEY, "public final class org/knime/core/data/No ")))
                .contains("org/knime/core/data/RowKey: no such type");
    }

    @Test
    void everyDifferenceOfATypeIsFound() throws Exception {
        assertThat(
                        declarations(
                                replace(
                                        ROW_KEY,
                                        "public static interface org/knime/core/data/RowKey ")))
                .anyMatch(p -> p.contains("RowKey: kind CLASS, must be INTERFACE"))
                .anyMatch(p -> p.contains("RowKey: modifiers"));
        assertThat(
                        declarations(
                                replace(
                                        "public interface org/knime/core/data/IntValue implements"
                                                + " org/knime/core/data/DataValue",
                                        "public interface org/knime/core/data/IntValue")))
                .anyMatch(p -> p.contains("IntValue: supertype org/knime/core/data/DataValue"));
        assertThat(
                        declarations(
                                replace(
                                        "sig=<T::Lnet/imglib2/type/numeric/RealType<TT;>;>Ljava/lang"
                                                + "/Object;Lorg/knime/core/data/DataValue;",
                                        "")))
                .anyMatch(p -> p.contains("ImgPlusValue: type parameters"));
    }

    @Test
    void everyDifferenceOfAMemberIsFound() throws Exception {
        String key = "  method public getString()Ljava/lang/String;";

        assertThat(declarations(without(ROW_KEY, key)))
                .containsExactly(
                        "org/knime/core/data/RowKey.getString()Ljava/lang/String;: no such member");
        assertThat(declarations(replaceAfter(ROW_KEY, key, key.replace("public", "public static"))))
                .hasSize(1)
                .allMatch(p -> p.contains("getString") && p.contains("modifiers"));
        assertThat(declarations(replaceAfter(ROW_KEY, key, key + " throws java/io/IOException")))
                .hasSize(1)
                .allMatch(p -> p.contains("getString") && p.contains("exceptions"));
        assertThat(declarations(replaceAfter(ROW_KEY, key, key + " sig=<T:Ljava/lang/Object;>()V")))
                .hasSize(1)
                .allMatch(p -> p.contains("getString") && p.contains("signature"));
    }

    @Test
    void aLambdaOfAnInterfaceWithMoreMethodsIsFound() throws Exception {
        String only =
                "  method public abstract accept(Lorg/knime/node/DefaultModel$ExecuteInput;"
                        + "Lorg/knime/node/DefaultModel$ExecuteOutput;)V"
                        + " throws org/knime/core/node/CanceledExecutionException,"
                        + "org/knime/core/node/KNIMEException";

        assertThat(references(replace(only, only + "\n  method public abstract more()V")))
                .isNotEmpty()
                .allMatch(p -> p.contains("lambda of an interface that declares"));
    }

    @Test
    void aReferenceToWhatIsNotRealIsFound() throws Exception {
        String used = "  method public getFile()Ljava/io/File;";

        assertThat(references(without(FILE_STORE, used)))
                .isNotEmpty()
                .allMatch(p -> p.endsWith("FileStore.getFile()Ljava/io/File;: no such member"));
        assertThat(
                        references(
                                replaceAfter(
                                        FILE_STORE, used, used.replace("public", "public static"))))
                .isNotEmpty()
                .allMatch(p -> p.endsWith("static there or here, but not both"));
        assertThat(references(replaceAfter(FILE_STORE, used, used.replace("public", "protected"))))
                .isNotEmpty()
                .allMatch(p -> p.endsWith("is protected"));
        assertThat(references(replace(ROW_KEY, "public final class org/knime/core/data/No ")))
                .anyMatch(p -> p.endsWith("-> org/knime/core/data/RowKey: no such type"));
    }

    @Test
    void aMemberMayBeInherited() throws Exception {
        String used = "  method public getString()Ljava/lang/String;";

        assertThat(references(without(ROW_KEY, used))).isEmpty();
    }

    @Test
    void anAbstractMethodThatIsNotImplementedIsFound() throws Exception {
        List<String> lines =
                replace(
                        "  method public abstract getSummary()Ljava/lang/String;",
                        "  method public abstract getSummary()Ljava/lang/String;\n"
                                + "  method public abstract more()V");

        assertThat(references(lines)).anyMatch(p -> p.endsWith("does not implement more()V"));
    }

    private static List<String> declarations(List<String> lines) throws Exception {
        return new DeclarationCheck(DescriptorList.parse(lines)).check(cleanRoom()).problems();
    }

    private static List<String> references(List<String> lines)
            throws IOException, URISyntaxException {
        return new ReferenceCheck(DescriptorList.parse(lines)).check(plugin()).problems();
    }

    private static List<String> replace(String part, String by) {
        List<String> lines = new ArrayList<>();
        for (String line : DescriptorList.lines()) {
            lines.addAll(List.of(line.replace(part, by).split("\n", -1)));
        }
        assertThat(lines).isNotEqualTo(DescriptorList.lines());
        return lines;
    }

    /** Replaces a line within the block of a type. */
    private static List<String> replaceAfter(String type, String line, String by) {
        List<String> lines = new ArrayList<>(DescriptorList.lines());
        int start = 0;
        while (!lines.get(start).startsWith(type)) {
            start++;
        }
        int at = start + lines.subList(start, lines.size()).indexOf(line);
        lines.set(at, by);
        return lines;
    }

    private static List<String> without(String type, String line) {
        List<String> lines = replaceAfter(type, line, "REMOVED");
        lines.remove("REMOVED");
        return lines;
    }

    private static Path cleanRoom() throws URISyntaxException {
        return classesOf(RowKey.class);
    }

    private static Path plugin() throws URISyntaxException {
        String folder = SampleNodeFactory.class.getPackageName().replace('.', '/');
        return classesOf(SampleNodeFactory.class).resolve(folder);
    }

    private static Path classesOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
