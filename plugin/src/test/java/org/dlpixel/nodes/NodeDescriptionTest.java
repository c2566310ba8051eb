package org.dlpixel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dlpixel.executor.bridge.NodeInfo;
import org.dlpixel.nodes.NodeFactories.Registered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What users see of the nodes before they run one. */
class NodeDescriptionTest {

    private static final String CATEGORY = "/community/dlpixel";

    static Stream<Registered> nodes() throws Exception {
        return NodeFactories.all().stream();
    }

    @Test
    void everyNodeIsInTheCategoryOnceAndInOrder() throws Exception {
        List<Element> nodes = NodeFactories.elements("node");
        assertThat(nodes).hasSizeGreaterThanOrEqualTo(8);
        String before = "/";
        for (Element node : nodes) {
            assertThat(node.getAttribute("category-path")).isEqualTo(CATEGORY);
            assertThat(node.getAttribute("after")).isEqualTo(before);
            before = node.getAttribute("factory-class");
        }
        assertThat(NodeFactories.all())
                .extracting(node -> node.info().name())
                .doesNotHaveDuplicates();
    }

    @Test
    void theCategoryHasAnIcon() throws Exception {
        Element category = NodeFactories.elements("category").get(0);
        assertThat(category.getAttribute("path") + "/" + category.getAttribute("level-id"))
                .isEqualTo(CATEGORY);
        BufferedImage icon = ImageIO.read(Path.of(category.getAttribute("icon")).toFile());
        assertIcon(icon, 16);
    }

    @Test
    void portTypesHavePublicSerializers() throws Exception {
        List<Element> types = NodeFactories.elements("portType");
        assertThat(types).isNotEmpty();
        for (Element type : types) {
            Class<?> object = Class.forName(type.getAttribute("objectClass"));
            Class<?> spec = Class.forName(type.getAttribute("specClass"));
            assertThat(PortObject.class).isAssignableFrom(object);
            assertThat(PortObjectSpec.class).isAssignableFrom(spec);
            assertSerializer(type.getAttribute("objectSerializer"), object);
            assertSerializer(type.getAttribute("specSerializer"), spec);
            assertThat(type.getAttribute("color")).matches("#[0-9a-f]{6}");
        }
    }

    private static void assertSerializer(String name, Class<?> owner) throws Exception {
        Class<?> serializer = Class.forName(name);
        assertThat(serializer.getEnclosingClass()).isEqualTo(owner);
        assertThat(Modifier.isPublic(serializer.getModifiers())).isTrue();
        assertThat(Modifier.isStatic(serializer.getModifiers())).isTrue();
        assertThat(serializer.getConstructor().newInstance()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void iconsAreFound(Registered node) throws Exception {
        String icon = node.info().icon().orElseThrow();
        try (InputStream in = node.factory().getClass().getResourceAsStream(icon)) {
            assertThat(in).as(icon).isNotNull();
            assertIcon(ImageIO.read(in), 48);
        }
    }

    private static void assertIcon(BufferedImage icon, int side) {
        assertThat(icon.getWidth()).isEqualTo(side);
        assertThat(icon.getHeight()).isEqualTo(side);
        assertThat(icon.getColorModel().hasAlpha()).isTrue();
        assertThat(icon.getRGB(0, 0) >>> 24).as("a corner is transparent").isZero();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void textsAreThereAndWellFormed(Registered node) throws Exception {
        NodeInfo info = node.info();
        assertThat(info.name()).isNotBlank();
        assertThat(info.shortDescription()).isNotBlank().endsWith(".").hasSizeLessThan(100);
        assertThat(info.keywords()).isNotEmpty();
        assertThat(info.sinceVersion()).isEqualTo("5.8.0");
        Element text = parse(info.fullDescription());
        assertThat(text.getElementsByTagName("p").getLength()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void portsAreDescribedAndTheirNamesDiffer(Registered node) throws Exception {
        List<String> names = new ArrayList<>();
        for (NodeInfo.PortGroup group : node.info().portGroups()) {
            names.add(group.id());
            for (NodeInfo.PortText port :
                    Stream.of(group.input(), group.output())
                            .flatMap(java.util.Optional::stream)
                            .toList()) {
                assertThat(port.name()).isNotBlank();
                assertThat(port.description()).endsWith(".");
                assertThat(parse(port.description()).getTextContent()).isNotBlank();
            }
        }
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void everySettingHasATitleAndADescription(Registered node) throws Exception {
        Class<?> parameters = node.info().parameters().orElseThrow();
        List<String> titles = new ArrayList<>();
        collectTitles(parameters, titles);
        assertThat(titles).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Of all settings, those of groups as well. */
    private static void collectTitles(Class<?> parameters, List<String> titles) throws Exception {
        assertThat(parameters).hasAnnotation(LoadDefaultsForAbsentFields.class);
        for (Field field : parameters.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            assertThat(field.getName()).startsWith("m_");
            if (NodeParameters.class.isAssignableFrom(field.getType())) {
                collectTitles(field.getType(), titles);
                continue;
            }
            Widget widget = field.getAnnotation(Widget.class);
            assertThat(widget).as(field.getName()).isNotNull();
            titles.add(widget.title());
            assertThat(widget.title()).isNotBlank();
            assertThat(widget.description()).as(widget.title()).endsWith(".");
            assertThat(parse(widget.description()).getTextContent()).isNotBlank();
            if (field.getType().isEnum()) {
                assertLabels(field.getType());
            }
        }
    }

    private static void assertLabels(Class<?> type) throws Exception {
        for (Object constant : type.getEnumConstants()) {
            Label label = type.getField(((Enum<?>) constant).name()).getAnnotation(Label.class);
            assertThat(label).as(constant.toString()).isNotNull();
            assertThat(label.value()).isNotBlank();
            assertThat(label.description()).endsWith(".");
        }
    }

    /** Descriptions are XHTML: a bare {@code &} or {@code <} would break the node's page. */
    private static Element parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<text>" + text + "</text>")))
                .getDocumentElement();
    }
}
