package org.knime.core.node.config.base;

/** A writable tree of typed entries; adding a key again replaces its entry. */
public interface ConfigBaseWO {
    String getKey();

    /** Adds a subtree and returns it. */
    ConfigBase addConfigBase(String key);

    void addBoolean(String key, boolean value);

    void addByte(String key, byte value);

    void addChar(String key, char value);

    void addDouble(String key, double value);

    void addFloat(String key, float value);

    void addInt(String key, int value);

    void addLong(String key, long value);

    /** Adds a string; null is kept as null. */
    void addString(String key, String value);

    /** Adds an array as a subtree; null becomes an empty subtree. */
    void addBooleanArray(String key, boolean... values);

    /** Adds an array as a subtree; null becomes an empty subtree. */
    void addDoubleArray(String key, double... values);

    /** Adds an array as a subtree; null becomes an empty subtree. */
    void addIntArray(String key, int... values);

    /** Adds an array as a subtree; null becomes an empty subtree. */
    void addLongArray(String key, long... values);

    /** Adds an array as a subtree; null becomes an empty subtree. */
    void addStringArray(String key, String... values);
}
