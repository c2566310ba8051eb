package org.dlpixel.install;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The names of classes that a class file mentions (JVMS 17, section 4.4). */
final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;

    private ClassFile() {}

    /**
     * All classes named by instructions, casts, handlers, supertypes and nests; arrays are named by
     * their element, primitive elements are left out.
     *
     * @param bytes a class file
     * @return binary names, such as {@code java.util.Map$Entry}
     */
    static Set<String> references(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a class file");
            }
            in.readInt();
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            int[] classes = new int[count];
            for (int i = 1; i < count; i++) {
                i += readConstant(in, i, texts, classes);
            }
            Set<String> names = new TreeSet<>();
            for (int index : classes) {
                if (index > 0) {
                    add(names, texts[index]);
                }
            }
            return names;
        }
    }

    /** Reads one constant; returns how many further indices it takes. */
    private static int readConstant(DataInputStream in, int i, String[] texts, int[] classes)
            throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 1 -> texts[i] = in.readUTF();
            case 7 -> classes[i] = in.readUnsignedShort();
            case 8, 16, 19, 20 -> in.readUnsignedShort();
            case 15 -> in.skipNBytes(3);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
            case 5, 6 -> {
                in.readLong();
                return 1;
            }
            default -> throw new IOException("illegal constant tag: " + tag);
        }
        return 0;
    }

    private static void add(Set<String> names, String internal) {
        String name = internal;
        if (name.startsWith("[")) {
            int element = name.lastIndexOf('[') + 1;
            if (name.charAt(element) != 'L') {
                return;
            }
            name = name.substring(element + 1, name.length() - 1);
        }
        names.add(name.replace('/', '.'));
    }
}
