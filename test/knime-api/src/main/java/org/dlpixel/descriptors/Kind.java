package org.dlpixel.descriptors;

import org.objectweb.asm.Opcodes;

/** Kinds of types. */
enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    ANNOTATION;

    static Kind of(int access) {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return ANNOTATION;
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return INTERFACE;
        }
        return (access & Opcodes.ACC_ENUM) != 0 ? ENUM : CLASS;
    }

    boolean isInterface() {
        return this == INTERFACE || this == ANNOTATION;
    }
}
