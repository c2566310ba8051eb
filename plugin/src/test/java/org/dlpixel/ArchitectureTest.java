package org.dlpixel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dlpixel.core.image.PixelClassificationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house: which package sees which, and what no class does. */
class ArchitectureTest {

    private static final String CORE = "org.dlpixel.core.";
    private static final String NODES = "org.dlpixel.nodes.";

    /** Each package of the core and the packages of the core that it may see. */
    private static final Map<String, Set<String>> LAYERS =
            Map.ofEntries(
                    Map.entry("image", Set.of()),
                    Map.entry("tile", Set.of("image")),
                    Map.entry("io", Set.of("image")),
                    Map.entry("augment", Set.of("image")),
                    Map.entry("network", Set.of("image")),
                    Map.entry("score", Set.of("image")),
                    Map.entry("forest", Set.of("image")),
                    Map.entry("view", Set.of("image", "score")),
                    Map.entry("phantom", Set.of("image", "io")),
                    Map.entry("train", Set.of("augment", "network", "forest", "score", "image")),
                    Map.entry("predict", Set.of("tile", "network", "image")));

    /** What all nodes share. */
    private static final Set<String> SHARED_BY_NODES = Set.of("convert", "port", "variation");

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() throws URISyntaxException {
        classes = new ClassFileImporter().importPath(folderOfOurClasses());
    }

    @Test
    void everyPackageOfTheRulesHoldsClassesAndNoOtherExists() {
        assertThat(children(CORE)).isEqualTo(LAYERS.keySet());
        assertThat(children(NODES)).containsAll(SHARED_BY_NODES).hasSizeGreaterThan(2);
        assertThat(classes).hasSizeGreaterThan(100);
    }

    @Test
    void corePackagesSeeOnlyTheLayersBelow() {
        LAYERS.forEach(
                (layer, below) -> {
                    String[] others =
                            LAYERS.keySet().stream()
                                    .filter(other -> !other.equals(layer) && !below.contains(other))
                                    .map(other -> CORE + other + "..")
                                    .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(CORE + layer + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others)
                            .check(classes);
                });
    }

    @Test
    void coreKnowsNoHostAndNoWindows() {
        noClasses()
                .that()
                .resideInAPackage(CORE + ".")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.knime..",
                        "org.eclipse..",
                        "org.osgi..",
                        "net.imagej..",
                        "org.scijava..",
                        "javax.swing..",
                        "java.awt.event..",
                        NODES + ".")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.awt\\.(Graphics|Graphics2D|Font|FontMetrics|Toolkit|Component)")
                .check(classes);
    }

    @Test
    void onlyNetworkTrainingAndPredictionKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CORE + "network..", CORE + "train..", CORE + "predict..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "com.sun.jna..")
                .check(classes);
    }

    @Test
    void nodesDoNotSeeEachOther() {
        for (String node : children(NODES)) {
            String[] others =
                    children(NODES).stream()
                            .filter(other -> !other.equals(node))
                            .filter(other -> !SHARED_BY_NODES.contains(other))
                            .map(other -> NODES + other + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(NODES + node + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(classes);
        }
    }

    @Test
    void onlyConvertKnowsKnipAndImglibTogether() {
        DescribedPredicate<JavaClass> both =
                describe(
                        "know KNIP and imglib2",
                        type ->
                                dependsOn(type, "org.knime.knip..")
                                        && dependsOn(type, "net.imglib2.."));
        noClasses()
                .that()
                .resideOutsideOfPackage(NODES + "convert..")
                .should(be(both))
                .check(classes);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.dlpixel.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nobodyPrintsSerialisesOrDrawsUnseededNumbers() {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        ObjectInputStream.class, ObjectOutputStream.class, ThreadLocalRandom.class)
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(classes);
    }

    @Test
    void nobodyUsesParallelStreams() {
        noClasses()
                .should()
                .callMethod(Collection.class, "parallelStream")
                .orShould()
                .callMethodWhere(target(nameStartingWith("parallel")).and(onStream()))
                .check(classes);
    }

    @Test
    void nobodyFormatsInTheLocaleOfTheMachine() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(classes);
    }

    @Test
    void onlyParametersOfNodesUseTheFieldPrefix() {
        fields().that(
                        describe(
                                "start with m_",
                                (JavaField field) -> field.getName().startsWith("m_")))
                .should()
                .beDeclaredInClassesThat()
                .implement("org.knime.node.parameters.NodeParameters")
                .check(classes);
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> folders =
                    files.filter(path -> path.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .toList();
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    private static DescribedPredicate<JavaCall<?>> onStream() {
        return describe(
                        "on a stream",
                        (JavaAccess<?> call) ->
                                call.getTargetOwner().isAssignableTo(BaseStream.class))
                .forSubtype();
    }

    private static boolean dependsOn(JavaClass type, String packages) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        dependency -> resideInAPackage(packages).test(dependency.getTargetClass()));
    }

    /** The names of the packages directly below one that hold classes. */
    private static Set<String> children(String parent) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(parent))
                .map(name -> name.substring(parent.length()).split("\\.", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Path folderOfOurClasses() throws URISyntaxException {
        return Path.of(
                PixelClassificationException.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }
}
