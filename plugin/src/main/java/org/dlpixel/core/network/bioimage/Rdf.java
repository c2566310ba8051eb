package org.dlpixel.core.network.bioimage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dlpixel.core.network.Architecture;
import org.dlpixel.core.network.ModelMetadata;

/** The description of a model, rdf.yaml, as plain values; field names as the specification says. */
final class Rdf {

    static final String FORMAT_VERSION = "0.5.7";

    /** Key of our own part of the field config. */
    static final String OWN_CONFIG = "dlpixel";

    static final String OWN_VERSION_KEY = "format_version";
    static final int OWN_VERSION = 1;
    static final String METADATA = "metadata";
    static final String STATE_DICT = "state_dict";

    private final PackageDescription description;
    private final ModelMetadata metadata;
    private final String pytorchVersion;
    private final Map<String, String> hashes;

    /**
     * @param pytorchVersion of the engine that ran the model
     * @param hashes SHA-256 by file name
     */
    Rdf(
            PackageDescription description,
            ModelMetadata metadata,
            String pytorchVersion,
            Map<String, String> hashes) {
        this.description = description;
        this.metadata = metadata;
        this.pytorchVersion = pytorchVersion;
        this.hashes = hashes;
    }

    Map<String, Object> document() {
        Map<String, Object> rdf = new LinkedHashMap<>();
        rdf.put("type", "model");
        rdf.put("format_version", FORMAT_VERSION);
        rdf.put("name", description.name());
        rdf.put("description", description.description());
        rdf.put("authors", description.authors().stream().map(Rdf::author).toList());
        description.license().ifPresent(license -> rdf.put("license", license));
        rdf.put("cite", citations());
        rdf.put("documentation", Files.DOCUMENTATION);
        rdf.put("tags", List.of("unet", "semantic-segmentation", "pixel-classification", "2d"));
        description
                .time()
                .ifPresent(t -> rdf.put("timestamp", t.truncatedTo(ChronoUnit.SECONDS).toString()));
        rdf.put("attachments", List.of(file(Files.STATE_DICT)));
        Tensors tensors = new Tensors(metadata);
        rdf.put("inputs", List.of(tensors.input(file(Files.TEST_INPUT))));
        rdf.put("outputs", List.of(tensors.output(file(Files.TEST_OUTPUT))));
        rdf.put("weights", Map.of("torchscript", torchScript()));
        rdf.put("config", config());
        return rdf;
    }

    private static Map<String, Object> author(Author author) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", author.name());
        author.affiliation().ifPresent(a -> map.put("affiliation", a));
        return map;
    }

    private List<Map<String, Object>> citations() {
        List<Map<String, Object>> citations = new ArrayList<>();
        citations.add(
                citation(
                        "Ronneberger et al. 2015, U-Net: Convolutional Networks for Biomedical"
                                + " Image Segmentation",
                        "10.1007/978-3-319-24574-4_28"));
        if (metadata.network().architecture() == Architecture.RESIDUAL_UNET) {
            citations.add(
                    citation(
                            "Kerfoot et al. 2019, Left-Ventricle Quantification Using Residual"
                                    + " U-Net",
                            "10.1007/978-3-030-12029-0_40"));
        }
        return citations;
    }

    private static Map<String, Object> citation(String text, String doi) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", text);
        map.put("doi", doi);
        return map;
    }

    private Map<String, Object> torchScript() {
        Map<String, Object> weights = file(Files.TORCH_SCRIPT);
        weights.put("pytorch_version", pytorchVersion);
        return weights;
    }

    private Map<String, Object> file(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", name);
        map.put("sha256", hashes.get(name));
        return map;
    }

    private Map<String, Object> config() {
        Map<String, Object> bioimage = new LinkedHashMap<>();
        bioimage.put("architecture_type", metadata.network().architecture().title());
        bioimage.put("task", "semantic segmentation");
        bioimage.put("model_parameter_count", metadata.network().parameterCount());
        Map<String, Object> own = new LinkedHashMap<>();
        own.put(OWN_VERSION_KEY, OWN_VERSION);
        own.put(STATE_DICT, Files.STATE_DICT);
        own.put(METADATA, plain(JsonParser.parseString(metadata.toJson())));
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("bioimageio", bioimage);
        config.put(OWN_CONFIG, own);
        return config;
    }

    private static Object plain(JsonElement json) {
        if (json instanceof JsonObject object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (json instanceof JsonArray array) {
            List<Object> list = new ArrayList<>();
            array.forEach(element -> list.add(plain(element)));
            return list;
        }
        JsonPrimitive value = json.getAsJsonPrimitive();
        return value.isNumber() ? number(value.getAsString()) : value.getAsString();
    }

    private static Number number(String text) {
        return text.matches("-?\\d+") ? (Number) Long.valueOf(text) : Double.valueOf(text);
    }

    /** Names of the files in a package. */
    static final class Files {

        static final String DESCRIPTION = "rdf.yaml";
        static final String DOCUMENTATION = "README.md";
        static final String TORCH_SCRIPT = "weights.pt";
        static final String STATE_DICT = "state_dict.safetensors";
        static final String TEST_INPUT = "test_input.npy";
        static final String TEST_OUTPUT = "test_output.npy";

        private Files() {}
    }
}
