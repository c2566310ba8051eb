package org.dlpixel.core.network.bioimage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema as the public schema uses; an unknown keyword is an error. */
final class JsonSchema {

    /** Keywords without a rule for values. */
    private static final Set<String> NOTES =
            Set.of("$comment", "$defs", "default", "discriminator", "format", "deprecated");

    private final JsonObject root;

    private JsonSchema(JsonObject root) {
        this.root = root;
    }

    static JsonSchema load(String resource) throws IOException {
        try (InputStream in = JsonSchema.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new JsonSchema(JsonParser.parseString(text).getAsJsonObject());
        }
    }

    /** Where and how a value breaks the schema; empty if it does not. */
    List<String> problems(JsonElement value) {
        return problems("", value, root);
    }

    private List<String> problems(String at, JsonElement value, JsonObject schema) {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, JsonElement> rule : schema.entrySet()) {
            if (!NOTES.contains(rule.getKey())) {
                problems.addAll(problems(at, value, rule.getKey(), rule.getValue(), schema));
            }
        }
        return problems;
    }

    private List<String> problems(
            String at, JsonElement value, String keyword, JsonElement rule, JsonObject schema) {
        return switch (keyword) {
            case "$ref" -> problems(at, value, referenced(rule.getAsString()));
            case "anyOf", "oneOf" -> alternatives(at, value, rule.getAsJsonArray(), keyword);
            case "properties" -> properties(at, value, rule.getAsJsonObject());
            case "additionalProperties" -> others(at, value, rule, schema);
            case "items" -> items(at, value, rule.getAsJsonObject());
            case "prefixItems" -> prefix(at, value, rule.getAsJsonArray());
            case "required" -> required(at, value, rule.getAsJsonArray());
            default ->
                    rule(at, value, keyword, rule) ? List.of() : broken(at, value, keyword, rule);
        };
    }

    private static List<String> broken(
            String at, JsonElement value, String keyword, JsonElement rule) {
        return List.of(at + ": " + value + " breaks " + keyword + " " + rule);
    }

    private JsonObject referenced(String pointer) {
        return root.getAsJsonObject("$defs").getAsJsonObject(pointer.replace("#/$defs/", ""));
    }

    private List<String> alternatives(
            String at, JsonElement value, JsonArray options, String keyword) {
        List<List<String>> problems = new ArrayList<>();
        options.forEach(option -> problems.add(problems(at, value, option.getAsJsonObject())));
        long fitting = problems.stream().filter(List::isEmpty).count();
        boolean right = keyword.equals("oneOf") ? fitting == 1 : fitting > 0;
        return right ? List.of() : List.of(at + ": " + fitting + " " + keyword + " " + problems);
    }

    private List<String> properties(String at, JsonElement value, JsonObject schemas) {
        List<String> problems = new ArrayList<>();
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                if (schemas.has(entry.getKey())) {
                    JsonObject schema = schemas.getAsJsonObject(entry.getKey());
                    problems.addAll(problems(at + "/" + entry.getKey(), entry.getValue(), schema));
                }
            }
        }
        return problems;
    }

    private List<String> others(String at, JsonElement value, JsonElement rule, JsonObject schema) {
        List<String> problems = new ArrayList<>();
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                String key = entry.getKey();
                if (schema.has("properties") && schema.getAsJsonObject("properties").has(key)) {
                    continue;
                }
                if (rule instanceof JsonObject other) {
                    problems.addAll(problems(at + "/" + key, entry.getValue(), other));
                } else if (!rule.getAsBoolean()) {
                    problems.add(at + ": unknown " + key);
                }
            }
        }
        return problems;
    }

    private List<String> items(String at, JsonElement value, JsonObject schema) {
        List<String> problems = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                problems.addAll(problems(at + "/" + i, array.get(i), schema));
            }
        }
        return problems;
    }

    private List<String> prefix(String at, JsonElement value, JsonArray schemas) {
        List<String> problems = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < Math.min(array.size(), schemas.size()); i++) {
                JsonObject schema = schemas.get(i).getAsJsonObject();
                problems.addAll(problems(at + "/" + i, array.get(i), schema));
            }
        }
        return problems;
    }

    private static List<String> required(String at, JsonElement value, JsonArray keys) {
        List<String> problems = new ArrayList<>();
        if (value instanceof JsonObject object) {
            for (JsonElement key : keys) {
                if (!object.has(key.getAsString())) {
                    problems.add(at + ": no " + key.getAsString());
                }
            }
        }
        return problems;
    }

    /** Rules that look at the value alone; one for another type of value holds. */
    private static boolean rule(String at, JsonElement value, String keyword, JsonElement rule) {
        return switch (keyword) {
            case "type" -> hasType(value, rule.getAsString());
            case "const" -> value.equals(rule);
            case "enum" -> rule.getAsJsonArray().contains(value);
            case "minLength" -> !isText(value) || length(value) >= rule.getAsInt();
            case "maxLength" -> !isText(value) || length(value) <= rule.getAsInt();
            case "pattern" -> !isText(value) || matches(rule.getAsString(), value.getAsString());
            case "minItems" -> !value.isJsonArray() || size(value) >= rule.getAsInt();
            case "maxItems" -> !value.isJsonArray() || size(value) <= rule.getAsInt();
            case "minimum" -> !isNumber(value) || value.getAsDouble() >= rule.getAsDouble();
            case "maximum" -> !isNumber(value) || value.getAsDouble() <= rule.getAsDouble();
            case "exclusiveMinimum" -> !isNumber(value) || value.getAsDouble() > rule.getAsDouble();
            case "exclusiveMaximum" -> !isNumber(value) || value.getAsDouble() < rule.getAsDouble();
            default -> throw new IllegalArgumentException("unknown keyword " + keyword + at);
        };
    }

    private static boolean hasType(JsonElement value, String type) {
        return switch (type) {
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "null" -> value.isJsonNull();
            case "string" -> isText(value);
            case "boolean" -> value instanceof JsonPrimitive p && p.isBoolean();
            case "number" -> isNumber(value);
            case "integer" -> isNumber(value) && value.getAsString().matches("-?\\d+");
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive p && p.isString();
    }

    private static boolean isNumber(JsonElement value) {
        return value instanceof JsonPrimitive p && p.isNumber();
    }

    private static int length(JsonElement value) {
        return value.getAsString().codePointCount(0, value.getAsString().length());
    }

    private static int size(JsonElement value) {
        return value.getAsJsonArray().size();
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }
}
