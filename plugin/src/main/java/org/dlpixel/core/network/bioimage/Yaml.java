package org.dlpixel.core.network.bioimage;

import java.util.Map;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2 of plain values: maps, lists, strings, numbers, true, false and null. */
final class Yaml {

    static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_MESSAGE = 300;

    private Yaml() {}

    static String write(Map<String, Object> document) {
        return new Dump(
                        DumpSettings.builder()
                                .setDefaultFlowStyle(FlowStyle.BLOCK)
                                .setSplitLines(false)
                                .build())
                .dumpToString(document);
    }

    /**
     * Reads a document; nothing in it can make objects of other kinds or grow beyond measure.
     *
     * @throws Unreadable if it is no map, or not YAML
     */
    static Map<?, ?> read(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(MAX_CHARACTERS)
                        .setMaxAliasesForCollections(MAX_ALIASES)
                        .setAllowDuplicateKeys(false)
                        .setAllowRecursiveKeys(false)
                        .build();
        try {
            Object document = new Load(settings).loadFromString(text);
            if (document instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YamlEngineException e) {
            throw new Unreadable("The description is no YAML: " + summary(e), e);
        }
        throw new Unreadable("The description is no YAML map.");
    }

    private static String summary(YamlEngineException e) {
        String text = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "...";
    }
}
