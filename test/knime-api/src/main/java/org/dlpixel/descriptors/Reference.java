package org.dlpixel.descriptors;

/**
 * What a class refers to.
 *
 * @param from internal name of the class that refers
 * @param owner internal name of the type referred to
 * @param key key of the member, empty for the type itself
 * @param use how it is used
 */
record Reference(String from, String owner, String key, Use use) {
    /** Ways to use a type or member. */
    enum Use {
        TYPE,
        STATIC_FIELD,
        FIELD,
        STATIC_METHOD,
        METHOD,
        INTERFACE_METHOD,
        LAMBDA
    }

    boolean isType() {
        return key.isEmpty();
    }

    boolean isStatic() {
        return use == Use.STATIC_FIELD || use == Use.STATIC_METHOD;
    }

    @Override
    public String toString() {
        return from + " -> " + owner + (key.isEmpty() ? "" : "." + key);
    }
}
