package org.dlpixel.descriptors;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What is compared of a declaration's modifiers. */
enum Modifier {
    PUBLIC(Opcodes.ACC_PUBLIC),
    PROTECTED(Opcodes.ACC_PROTECTED),
    STATIC(Opcodes.ACC_STATIC),
    FINAL(Opcodes.ACC_FINAL),
    ABSTRACT(Opcodes.ACC_ABSTRACT),
    VARARGS(Opcodes.ACC_VARARGS),
    DEPRECATED(Opcodes.ACC_DEPRECATED);

    private final int flag;

    Modifier(int flag) {
        this.flag = flag;
    }

    /** All but {@link #VARARGS}, whose bit means something else on types and fields. */
    static Set<Modifier> ofType(int access) {
        Set<Modifier> result = ofMethod(access);
        result.remove(VARARGS);
        return result;
    }

    static Set<Modifier> ofMethod(int access) {
        Set<Modifier> result = EnumSet.noneOf(Modifier.class);
        for (Modifier modifier : values()) {
            if ((access & modifier.flag) != 0) {
                result.add(modifier);
            }
        }
        return result;
    }

    /** The modifier of a word, or null if the word is none. */
    static Modifier ofWord(String word) {
        for (Modifier modifier : values()) {
            if (modifier.name().toLowerCase(Locale.ROOT).equals(word)) {
                return modifier;
            }
        }
        return null;
    }
}
