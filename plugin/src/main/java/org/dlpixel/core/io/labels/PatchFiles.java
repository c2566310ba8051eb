package org.dlpixel.core.io.labels;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.io.FolderImages;

/**
 * The files of one patch.
 *
 * @param image normalised intensities
 * @param labels one file per label layer
 * @param split by the folder that they lie in
 */
record PatchFiles(Path image, List<Path> labels, Split split) {

    private static final Set<String> EXTENSIONS = Set.of("tif", "tiff");

    private static final Pattern NUMBERED = Pattern.compile("(.*)_\\d+");

    PatchFiles {
        labels = List.copyOf(labels);
    }

    /**
     * All patches of a folder that have all their label files, by name.
     *
     * @param incomplete images for which a label file is missing
     */
    record Found(List<PatchFiles> patches, int incomplete) {

        Found {
            patches = List.copyOf(patches);
        }
    }

    /** Images and labels belong together if their names do; numbers and order do not matter. */
    static Found find(Path folder, int layers) {
        List<PatchFiles> patches = new ArrayList<>();
        int incomplete = 0;
        for (Split split : Split.values()) {
            List<Map<String, Path>> truths = new ArrayList<>();
            for (int layer = 0; layer < layers; layer++) {
                truths.add(byName(truth(folder, split, layer)));
            }
            for (Path image : files(folder.resolve(PatchesLayout.images(split)))) {
                List<Path> labels = new ArrayList<>();
                for (Map<String, Path> truth : truths) {
                    Optional.ofNullable(truth.get(FolderImages.stem(image))).ifPresent(labels::add);
                }
                if (labels.size() == layers) {
                    patches.add(new PatchFiles(image, labels, split));
                } else {
                    incomplete++;
                }
            }
        }
        return new Found(patches, incomplete);
    }

    /** Number of label layers that there are folders for. */
    static int layers(Path folder) {
        int layers = 0;
        while (Files.isDirectory(truth(folder, Split.TRAIN, layers))) {
            layers++;
        }
        return layers;
    }

    /** The name of the image that the patch was cut from, as far as the patch's name tells it. */
    String base() {
        String stem = FolderImages.stem(image);
        Matcher m = NUMBERED.matcher(stem);
        return m.matches() ? m.group(1) : stem;
    }

    private static Path truth(Path folder, Split split, int layer) {
        Path usual = folder.resolve(PatchesLayout.truth(split, layer));
        Path other = folder.resolve(PatchesLayout.truthWithoutSpace(split, layer));
        return !Files.isDirectory(usual) && Files.isDirectory(other) ? other : usual;
    }

    private static Map<String, Path> byName(Path folder) {
        Map<String, Path> files = new HashMap<>();
        files(folder).forEach(file -> files.put(FolderImages.stem(file), file));
        return files;
    }

    private static List<Path> files(Path folder) {
        return FolderImages.files(folder, EXTENSIONS);
    }
}
