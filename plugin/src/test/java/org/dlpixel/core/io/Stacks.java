package org.dlpixel.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;

/** Small stacks for tests. */
public final class Stacks {

    private Stacks() {}

    /** The pixel that all checked-in files hold at a place. */
    public static float expected(int z, int c, int y, int x) {
        return z * 40 + c * 20 + y * 3 + x;
    }

    /** Whether a stack holds {@link #expected} everywhere. */
    public static boolean isExpected(SliceSource stack) {
        VolumeShape s = stack.shape();
        float[] slice = new float[s.plane() * s.channels()];
        boolean same = true;
        for (int z = 0; z < s.slices(); z++) {
            stack.read(z, slice);
            for (int i = 0; i < slice.length; i++) {
                int c = i / s.plane();
                int y = i % s.plane() / s.width();
                same &= slice[i] == expected(z, c, y, i % s.width());
            }
        }
        return same;
    }

    /** Copies a checked-in file. */
    public static Path resource(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Stacks.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** A stack of bytes, all slices as given. */
    public static SliceSource bytes(String name, int width, int height, byte[]... slices) {
        return MemoryStack.ofBytes(name, width, height, List.of(slices), VoxelSize.UNKNOWN);
    }

    /** A stack of slices that are constant but for their first pixels. */
    public static SliceSource labels(int width, int height, int slices, int slice, int... first) {
        List<byte[]> planes = new ArrayList<>();
        for (int z = 0; z < slices; z++) {
            planes.add(new byte[width * height]);
        }
        for (int i = 0; i < first.length; i++) {
            planes.get(slice)[i] = (byte) first[i];
        }
        return MemoryStack.ofBytes("labels.tif", width, height, planes, VoxelSize.UNKNOWN);
    }
}
