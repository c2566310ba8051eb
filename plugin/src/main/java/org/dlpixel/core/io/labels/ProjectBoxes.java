package org.dlpixel.core.io.labels;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.Roi;
import org.dlpixel.core.image.Split;
import org.dlpixel.core.io.FolderImages;

/** Finds the labelled rectangles of a project folder, whichever of its files tell of them. */
final class ProjectBoxes {

    private static final Pattern NUMBERED = Pattern.compile("(.*)_(\\d+)");

    private ProjectBoxes() {}

    /**
     * One box per {@code labels/input0/*.json}; if there is none, one per line of {@code
     * labels/training_labels.csv}; if there is no such file, one per annotated image.
     */
    static List<ProjectBox> read(Path root, ProjectImages images) {
        Path labels = root.resolve("labels");
        List<Path> jsons = FolderImages.files(labels.resolve("input0"), Set.of("json"));
        if (!jsons.isEmpty()) {
            return jsons.stream().sorted(byImageAndNumber()).map(ProjectBoxes::json).toList();
        }
        Path csv = labels.resolve("training_labels.csv");
        if (Files.exists(csv)) {
            return csv(csv, labels.resolve("ground truth0"));
        }
        return images.files().stream()
                .map(FolderImages::stem)
                .filter(image -> Files.exists(annotation(root, image, 0)))
                .map(
                        image ->
                                new ProjectBox(
                                        image, Optional.empty(), Optional.empty(), Split.TRAIN))
                .toList();
    }

    /** Images named {@code a.b.tif} may have annotations named {@code a.tif}, which come first. */
    static Path annotation(Path root, String image, int layer) {
        Path folder = root.resolve("annotations").resolve("class_" + layer);
        int dot = image.indexOf('.');
        Path shortName = folder.resolve((dot < 0 ? image : image.substring(0, dot)) + ".tif");
        return Files.exists(shortName) ? shortName : folder.resolve(image + ".tif");
    }

    /** Neither gaps in the numbers nor their width (00003, legacy 3) matter. */
    private static Comparator<Path> byImageAndNumber() {
        return Comparator.comparing((Path file) -> image(FolderImages.stem(file)))
                .thenComparing(file -> number(FolderImages.stem(file)))
                .thenComparing(Path::toString);
    }

    private static String image(String crop) {
        Matcher m = NUMBERED.matcher(crop);
        return m.matches() ? m.group(1) : crop;
    }

    private static long number(String crop) {
        Matcher m = NUMBERED.matcher(crop);
        return m.matches() && m.group(2).length() < 18 ? Long.parseLong(m.group(2)) : 0;
    }

    private static ProjectBox json(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            JsonObject json = JsonParser.parseReader(in).getAsJsonObject();
            JsonElement split = json.get("split");
            String crop = FolderImages.stem(file);
            return new ProjectBox(
                    image(crop),
                    Optional.of(crop),
                    Optional.of(roi(json)),
                    Split.parse(split == null ? "" : split.getAsString()));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException e) {
            throw new InvalidInput("Illegal label file " + file + ": " + e.getMessage(), e);
        } catch (InvalidInput e) {
            throw new InvalidInput("Illegal label file " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Roi roi(JsonObject json) {
        JsonElement box = json.get("bbox");
        if (box == null || !box.isJsonArray() || box.getAsJsonArray().size() != 4) {
            throw InvalidInput.of("bbox", box, "[xstart, ystart, xend, yend]");
        }
        int[] v = new int[4];
        for (int i = 0; i < v.length; i++) {
            v[i] = whole(box.getAsJsonArray().get(i).getAsString());
        }
        return new Roi(v[0], v[1], v[2], v[3]);
    }

    private static int whole(String text) {
        double value = Double.parseDouble(text.strip());
        if (value != (int) value) {
            throw InvalidInput.of("bbox coordinate", text, "a whole number");
        }
        return (int) value;
    }

    /** Lines of the table belong to the crops of their image in their order, if there are crops. */
    private static List<ProjectBox> csv(Path file, Path crops) {
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
        try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
            Map<String, Integer> next = new HashMap<>();
            List<ProjectBox> boxes = new ArrayList<>();
            for (CSVRecord line : parser) {
                boxes.add(csvBox(line, next, crops));
            }
            return boxes;
        } catch (IllegalArgumentException | InvalidInput e) {
            throw new InvalidInput("Illegal label table " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static ProjectBox csvBox(CSVRecord line, Map<String, Integer> next, Path crops) {
        String image = FolderImages.stem(Path.of(line.get("file_name").strip()));
        int number = next.merge(image, 1, Integer::sum) - 1;
        Optional<String> crop =
                List.of(image + String.format(Locale.ROOT, "_%05d", number), image + "_" + number)
                        .stream()
                        .filter(name -> Files.exists(crops.resolve(name + ".tif")))
                        .findFirst();
        Roi roi =
                new Roi(
                        whole(line.get("xstart")),
                        whole(line.get("ystart")),
                        whole(line.get("xend")),
                        whole(line.get("yend")));
        String split = line.isSet("split") ? line.get("split") : "";
        return new ProjectBox(image, crop, Optional.of(roi), Split.parse(split));
    }
}
