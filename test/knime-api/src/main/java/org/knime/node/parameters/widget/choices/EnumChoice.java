package org.knime.node.parameters.widget.choices;

import java.util.Locale;

/** A choice among enum constants. */
public record EnumChoice<E extends Enum<E>>(E id, String text, boolean disabled) {
    public EnumChoice(E id, String text) {
        this(id, text, false);
    }

    /** The constant with the text of its label. */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E id) {
        return fromEnumConst(id, false);
    }

    /** The constant with the text of its label. */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E id, boolean disabled) {
        return new EnumChoice<>(id, text(id), disabled);
    }

    private static String text(Enum<?> constant) {
        try {
            Label label =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(Label.class);
            return label == null ? capitalised(constant.name()) : label.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("no such enum constant: " + constant, e);
        }
    }

    private static String capitalised(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
