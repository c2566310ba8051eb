package org.knime.core.node.config.base;

/** The kinds of entries; the names are the types written into the XML file. */
public enum ConfigEntries {
    config {
        @Override
        Object parse(String text) {
            throw new IllegalArgumentException("illegal type: config, must be a single value");
        }
    },
    xboolean {
        @Override
        Object parse(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default ->
                        throw new IllegalArgumentException(
                                "illegal boolean: " + text + ", must be true or false");
            };
        }
    },
    xbyte {
        @Override
        Object parse(String text) {
            return Byte.valueOf(text);
        }
    },
    xchar {
        @Override
        Object parse(String text) {
            if (text.length() != 1) {
                throw new IllegalArgumentException(
                        "illegal char: '" + text + "', must be one character");
            }
            return text.charAt(0);
        }
    },
    xdouble {
        @Override
        Object parse(String text) {
            return Double.valueOf(text);
        }
    },
    xfloat {
        @Override
        Object parse(String text) {
            return Float.valueOf(text);
        }
    },
    xint {
        @Override
        Object parse(String text) {
            return Integer.valueOf(text);
        }
    },
    xlong {
        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }
    },
    xpassword {
        @Override
        Object parse(String text) {
            return text;
        }
    },
    xshort {
        @Override
        Object parse(String text) {
            return Short.valueOf(text);
        }
    },
    xstring {
        @Override
        Object parse(String text) {
            return text;
        }
    },
    xtransientstring {
        @Override
        Object parse(String text) {
            return text;
        }
    };

    /** Reads a value of this type. */
    abstract Object parse(String text);
}
