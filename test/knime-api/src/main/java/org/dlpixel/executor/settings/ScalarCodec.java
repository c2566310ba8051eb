package org.dlpixel.executor.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * Primitives, texts, dates and arrays of primitives and texts.
 *
 * @param <T> type of the value
 */
final class ScalarCodec<T> implements Codec {
    private static final Map<Class<?>, ScalarCodec<?>> BY_TYPE = new HashMap<>();

    static {
        add(
                boolean.class,
                Boolean.class,
                NodeSettings::getBoolean,
                NodeSettings::addBoolean,
                false);
        add(byte.class, Byte.class, NodeSettings::getByte, NodeSettings::addByte, (byte) 0);
        add(char.class, Character.class, NodeSettings::getChar, NodeSettings::addChar, (char) 0);
        add(int.class, Integer.class, NodeSettings::getInt, NodeSettings::addInt, 0);
        add(long.class, Long.class, NodeSettings::getLong, NodeSettings::addLong, 0L);
        add(float.class, Float.class, NodeSettings::getFloat, NodeSettings::addFloat, 0f);
        add(double.class, Double.class, NodeSettings::getDouble, NodeSettings::addDouble, 0.0);
        add(String.class, NodeSettings::getString, NodeSettings::addString, null);
        add(
                String[].class,
                NodeSettings::getStringArray,
                NodeSettings::addStringArray,
                new String[0]);
        add(int[].class, NodeSettings::getIntArray, NodeSettings::addIntArray, new int[0]);
        add(long[].class, NodeSettings::getLongArray, NodeSettings::addLongArray, new long[0]);
        add(
                double[].class,
                NodeSettings::getDoubleArray,
                NodeSettings::addDoubleArray,
                new double[0]);
        add(
                boolean[].class,
                NodeSettings::getBooleanArray,
                NodeSettings::addBooleanArray,
                new boolean[0]);
        addText(LocalDate.class, LocalDate::parse);
        addText(LocalTime.class, LocalTime::parse);
        addText(LocalDateTime.class, LocalDateTime::parse);
        addText(ZonedDateTime.class, ZonedDateTime::parse);
        addText(ZoneId.class, ZoneId::of);
    }

    private final Reader<T> reader;
    private final Writer<T> writer;
    private final T absent;

    private ScalarCodec(Reader<T> reader, Writer<T> writer, T absent) {
        this.reader = reader;
        this.writer = writer;
        this.absent = absent;
    }

    /** The codec of this type, or null if it is none of these kinds. */
    static Codec find(Class<?> type) {
        return BY_TYPE.get(type);
    }

    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        return reader.read(group, key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void save(Object value, NodeSettings group, String key) {
        writer.write(group, key, (T) value);
    }

    @Override
    public Object absent() {
        return absent;
    }

    private static <T> void add(Class<T> type, Reader<T> reader, Writer<T> writer, T absent) {
        BY_TYPE.put(type, new ScalarCodec<>(reader, writer, absent));
    }

    private static <T> void add(
            Class<T> primitive, Class<T> boxed, Reader<T> reader, Writer<T> writer, T absent) {
        add(primitive, reader, writer, absent);
        add(boxed, reader, writer, absent);
    }

    private static <T> void addText(Class<T> type, Function<String, T> parser) {
        Reader<T> reader = (group, key) -> parse(group.getString(key), key, parser);
        Writer<T> writer =
                (group, key, value) ->
                        group.addString(key, value == null ? null : value.toString());
        add(type, reader, writer, null);
    }

    private static <T> T parse(String text, String key, Function<String, T> parser)
            throws InvalidSettingsException {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw new InvalidSettingsException(
                    "illegal date or time of setting '" + key + "': " + text, e);
        }
    }

    private interface Reader<T> {
        T read(NodeSettings group, String key) throws InvalidSettingsException;
    }

    private interface Writer<T> {
        void write(NodeSettings group, String key, T value);
    }
}
