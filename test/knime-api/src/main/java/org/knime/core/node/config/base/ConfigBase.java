package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/** The tree itself: entries by key, in the order in which they were added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {
    private final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    public ConfigBase(String key) {
        super(key, ConfigEntries.config);
    }

    /** Creates an empty tree of the same kind. */
    public abstract ConfigBase getInstance(String key);

    /** Fills a tree from an XML file, whose root gives it its key; the stream is closed. */
    protected static ConfigBase loadFromXML(ConfigBase config, InputStream in) throws IOException {
        config.load(in);
        return config;
    }

    /** Adds the content of an XML file, whose root gives this tree its key. */
    public void load(InputStream in) throws IOException {
        try (in) {
            ConfigXmlReader.read(in, this);
        }
    }

    @Override
    public final void saveToXML(OutputStream out) throws IOException {
        try (out) {
            ConfigXmlWriter.write(this, out);
        }
    }

    @Override
    public final ConfigBase addConfigBase(String key) {
        ConfigBase child = getInstance(key);
        put(child);
        return child;
    }

    /** Adds the given tree under its own key. */
    protected final void addConfigBase(ConfigBase config) {
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(String key) throws InvalidSettingsException {
        if (entries.get(key) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("no settings group '" + key + "' in '" + getKey() + "'");
    }

    /** Returns the entry, or null if there is none. */
    public AbstractConfigEntry getEntry(String key) {
        return entries.get(key);
    }

    /** Removes and returns the entry, or returns null if there is none. */
    public final AbstractConfigEntry removeConfig(String key) {
        return entries.remove(key);
    }

    /** Adds an entry under its own key. */
    public void addEntry(AbstractConfigEntry entry) {
        put(entry);
    }

    /** Adds an entry, replacing one of the same key. */
    protected void put(AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
    }

    @Override
    public void copyTo(ConfigBaseWO dest) {
        ConfigCopy.copy(this, dest);
    }

    @Override
    public boolean containsKey(String key) {
        return entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey() + entries.values();
    }

    /** Adds an encrypted text as it is; it is decrypted nowhere. */
    public void addEncryptedPassword(String key, String encrypted) {
        put(new ValueEntry(key, ConfigEntries.xpassword, encrypted));
    }

    private <T> T value(String key, ConfigEntries type, Class<T> java)
            throws InvalidSettingsException {
        AbstractConfigEntry entry = entries.get(key);
        if (entry == null) {
            throw new InvalidSettingsException("no setting '" + key + "' in '" + getKey() + "'");
        }
        if (entry instanceof ValueEntry value && entry.getType() == type) {
            return java.cast(value.value());
        }
        throw new InvalidSettingsException(
                "illegal type of setting '" + key + "': " + entry.getType() + ", must be " + type);
    }

    private void add(String key, ConfigEntries type, Object value) {
        put(new ValueEntry(key, type, value));
    }

    @Override
    public void addBoolean(String key, boolean value) {
        add(key, ConfigEntries.xboolean, value);
    }

    @Override
    public boolean getBoolean(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xboolean, Boolean.class);
    }

    @Override
    public boolean getBoolean(String key, boolean def) {
        try {
            return getBoolean(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByte(String key, byte value) {
        add(key, ConfigEntries.xbyte, value);
    }

    @Override
    public byte getByte(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xbyte, Byte.class);
    }

    @Override
    public byte getByte(String key, byte def) {
        try {
            return getByte(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addChar(String key, char value) {
        add(key, ConfigEntries.xchar, value);
    }

    @Override
    public char getChar(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xchar, Character.class);
    }

    @Override
    public char getChar(String key, char def) {
        try {
            return getChar(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDouble(String key, double value) {
        add(key, ConfigEntries.xdouble, value);
    }

    @Override
    public double getDouble(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xdouble, Double.class);
    }

    @Override
    public double getDouble(String key, double def) {
        try {
            return getDouble(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addFloat(String key, float value) {
        add(key, ConfigEntries.xfloat, value);
    }

    @Override
    public float getFloat(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xfloat, Float.class);
    }

    @Override
    public float getFloat(String key, float def) {
        try {
            return getFloat(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addInt(String key, int value) {
        add(key, ConfigEntries.xint, value);
    }

    @Override
    public int getInt(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xint, Integer.class);
    }

    @Override
    public int getInt(String key, int def) {
        try {
            return getInt(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addLong(String key, long value) {
        add(key, ConfigEntries.xlong, value);
    }

    @Override
    public long getLong(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xlong, Long.class);
    }

    @Override
    public long getLong(String key, long def) {
        try {
            return getLong(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addString(String key, String value) {
        add(key, ConfigEntries.xstring, value);
    }

    @Override
    public String getString(String key) throws InvalidSettingsException {
        return value(key, ConfigEntries.xstring, String.class);
    }

    @Override
    public String getString(String key, String def) {
        try {
            return getString(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBooleanArray(String key, boolean... values) {
        ConfigArrays.write(this, key, ConfigEntries.xboolean, values);
    }

    @Override
    public boolean[] getBooleanArray(String key) throws InvalidSettingsException {
        return (boolean[]) ConfigArrays.read(this, key, ConfigEntries.xboolean, boolean.class);
    }

    @Override
    public boolean[] getBooleanArray(String key, boolean... def) {
        return arrayOr(() -> getBooleanArray(key), def);
    }

    @Override
    public void addDoubleArray(String key, double... values) {
        ConfigArrays.write(this, key, ConfigEntries.xdouble, values);
    }

    @Override
    public double[] getDoubleArray(String key) throws InvalidSettingsException {
        return (double[]) ConfigArrays.read(this, key, ConfigEntries.xdouble, double.class);
    }

    @Override
    public double[] getDoubleArray(String key, double... def) {
        return arrayOr(() -> getDoubleArray(key), def);
    }

    @Override
    public void addIntArray(String key, int... values) {
        ConfigArrays.write(this, key, ConfigEntries.xint, values);
    }

    @Override
    public int[] getIntArray(String key) throws InvalidSettingsException {
        return (int[]) ConfigArrays.read(this, key, ConfigEntries.xint, int.class);
    }

    @Override
    public int[] getIntArray(String key, int... def) {
        return arrayOr(() -> getIntArray(key), def);
    }

    @Override
    public void addLongArray(String key, long... values) {
        ConfigArrays.write(this, key, ConfigEntries.xlong, values);
    }

    @Override
    public long[] getLongArray(String key) throws InvalidSettingsException {
        return (long[]) ConfigArrays.read(this, key, ConfigEntries.xlong, long.class);
    }

    @Override
    public long[] getLongArray(String key, long... def) {
        return arrayOr(() -> getLongArray(key), def);
    }

    @Override
    public void addStringArray(String key, String... values) {
        ConfigArrays.write(this, key, ConfigEntries.xstring, values);
    }

    @Override
    public String[] getStringArray(String key) throws InvalidSettingsException {
        return (String[]) ConfigArrays.read(this, key, ConfigEntries.xstring, String.class);
    }

    @Override
    public String[] getStringArray(String key, String... def) {
        return arrayOr(() -> getStringArray(key), def);
    }

    private static <T> T arrayOr(ArrayRead<T> read, T def) {
        try {
            return read.get();
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    private interface ArrayRead<T> {
        T get() throws InvalidSettingsException;
    }

    /** Used for the elements of arrays. */
    final Object element(String key, ConfigEntries type) throws InvalidSettingsException {
        return value(key, type, Object.class);
    }

    /** Used for the elements of arrays. */
    final void addElement(String key, ConfigEntries type, Object value) {
        add(key, type, value);
    }
}
