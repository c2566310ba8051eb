package org.dlpixel.benchmark.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dlpixel.benchmark.Options;
import org.dlpixel.benchmark.Options.UsageException;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Phantoms;
import org.dlpixel.benchmark.Project;

/**
 * The sets at hand: phantoms, which are made; those beside the checkout, in {@code ../shared/data};
 * and the folders of the command line.
 */
public final class LabelledSets {

    private static final List<Integer> PHANTOMS = List.of(42, 7, 8);
    private static final Path BESIDE = Path.of("..", "shared", "data");

    private LabelledSets() {}

    /** All of them, or those that {@code --sets} names. */
    public static List<LabelledSet> find(Options options, Output output) throws IOException {
        List<LabelledSet> all = new ArrayList<>();
        for (int seed : PHANTOMS) {
            all.add(LabelledSet.in(Phantoms.folder(seed, output)));
        }
        all.addAll(beside(Project.root().resolve(BESIDE).normalize()));
        for (Path folder : options.folders()) {
            all.add(LabelledSet.in(folder));
        }
        List<LabelledSet> chosen = choose(all, options.text("sets").orElse(""));
        for (LabelledSet set : chosen) {
            makePhantom(set, output);
            if (!set.isComplete()) {
                throw new UsageException(
                        "Not there: all of " + set.image() + ", sparse_labels.tif, truth.tif");
            }
        }
        return chosen;
    }

    /** Folders with all three files, by name. */
    static List<LabelledSet> beside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().map(LabelledSet::in).filter(LabelledSet::isComplete).toList();
        }
    }

    private static List<LabelledSet> choose(List<LabelledSet> all, String names) {
        if (names.isEmpty()) {
            return all;
        }
        List<LabelledSet> chosen = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            chosen.add(
                    all.stream()
                            .filter(set -> set.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new UsageException("Unknown set: " + name)));
        }
        return chosen;
    }

    private static void makePhantom(LabelledSet set, Output output) {
        for (int seed : PHANTOMS) {
            if (set.image().startsWith(Phantoms.folder(seed, output))) {
                Phantoms.make(seed, output);
            }
        }
    }
}
