package org.dlpixel.executor.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A setting changed from the command line.
 *
 * @param node id of the node
 * @param path keys from the root of the node's model
 * @param type type of the setting
 * @param value new value, of that type
 */
public record NodeOption(int node, List<String> path, ConfigEntries type, Object value) {
    private static final Map<String, ConfigEntries> TYPES =
            Map.of(
                    "int", ConfigEntries.xint,
                    "long", ConfigEntries.xlong,
                    "double", ConfigEntries.xdouble,
                    "float", ConfigEntries.xfloat,
                    "boolean", ConfigEntries.xboolean,
                    "byte", ConfigEntries.xbyte,
                    "char", ConfigEntries.xchar,
                    "String", ConfigEntries.xstring);
    private static final Map<ConfigEntries, Function<String, Object>> PARSERS =
            Map.of(
                    ConfigEntries.xint, Integer::valueOf,
                    ConfigEntries.xlong, Long::valueOf,
                    ConfigEntries.xdouble, Double::valueOf,
                    ConfigEntries.xfloat, Float::valueOf,
                    ConfigEntries.xboolean, Boolean::valueOf,
                    ConfigEntries.xbyte, Byte::valueOf,
                    ConfigEntries.xchar, text -> text.charAt(0),
                    ConfigEntries.xstring, text -> text);

    public NodeOption {
        path = List.copyOf(path);
    }

    /**
     * Reads {@code id,path/with/slashes,value,type}; the value may contain commas.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static NodeOption parse(String text) {
        int first = text.indexOf(',');
        int second = text.indexOf(',', first + 1);
        int last = text.lastIndexOf(',');
        if (first < 0 || second < 0 || last <= second) {
            throw new IllegalArgumentException(
                    "illegal option: " + text + ", must be nodeID,path,value,type");
        }
        ConfigEntries type = TYPES.get(text.substring(last + 1));
        String value = text.substring(second + 1, last);
        if (type == null || (type == ConfigEntries.xchar && value.length() != 1)) {
            throw new IllegalArgumentException("illegal option: " + text + ", no such value");
        }
        return new NodeOption(
                Integer.parseInt(text.substring(0, first).strip()),
                List.of(text.substring(first + 1, second).split("/")),
                type,
                PARSERS.get(type).apply(value));
    }

    /** Changes the settings; the path and the type must be theirs. */
    public void apply(NodeSettings model) throws InvalidSettingsException {
        SettingsPath setting = SettingsPath.find(model, path);
        if (setting.type() != type) {
            throw new InvalidSettingsException(
                    "illegal type of setting '"
                            + String.join("/", path)
                            + "': "
                            + type
                            + ", must be "
                            + setting.type());
        }
        setting.set(value);
    }
}
