package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/**
 * A readable tree of typed entries. A getter with one argument fails if the key is absent or of
 * another type; a getter with a default returns the default then.
 */
public interface ConfigBaseRO extends Iterable<String> {
    String getKey();

    boolean containsKey(String key);

    Set<String> keySet();

    /** The keys in the order in which they were added. */
    @Override
    Iterator<String> iterator();

    /** Returns the named subtree, or fails if there is none. */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /** Adds every entry of this tree to another one. */
    void copyTo(ConfigBaseWO dest);

    /** Writes the tree as an XML file and closes the stream. */
    void saveToXML(OutputStream out) throws IOException;

    boolean getBoolean(String key) throws InvalidSettingsException;

    boolean getBoolean(String key, boolean def);

    byte getByte(String key) throws InvalidSettingsException;

    byte getByte(String key, byte def);

    char getChar(String key) throws InvalidSettingsException;

    char getChar(String key, char def);

    double getDouble(String key) throws InvalidSettingsException;

    double getDouble(String key, double def);

    float getFloat(String key) throws InvalidSettingsException;

    float getFloat(String key, float def);

    int getInt(String key) throws InvalidSettingsException;

    int getInt(String key, int def);

    long getLong(String key) throws InvalidSettingsException;

    long getLong(String key, long def);

    String getString(String key) throws InvalidSettingsException;

    String getString(String key, String def);

    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    boolean[] getBooleanArray(String key, boolean... def);

    double[] getDoubleArray(String key) throws InvalidSettingsException;

    double[] getDoubleArray(String key, double... def);

    int[] getIntArray(String key) throws InvalidSettingsException;

    int[] getIntArray(String key, int... def);

    long[] getLongArray(String key) throws InvalidSettingsException;

    long[] getLongArray(String key, long... def);

    String[] getStringArray(String key) throws InvalidSettingsException;

    String[] getStringArray(String key, String... def);
}
