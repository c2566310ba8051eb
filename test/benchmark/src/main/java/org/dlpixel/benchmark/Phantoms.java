package org.dlpixel.benchmark;

import java.nio.file.Path;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.phantom.PhantomFiles;
import org.dlpixel.core.phantom.VesselPhantomSettings;

/** Vessel phantoms, made when they are needed. */
public final class Phantoms {

    private Phantoms() {}

    /** The folder of a phantom, which need not be there yet. */
    public static Path folder(int seed, Output output) {
        return output.work("data").resolve("phantom-" + seed);
    }

    /** Makes a phantom unless its files are up to date; returns its folder. */
    public static Path make(int seed, Output output) {
        Path folder = folder(seed, output);
        PhantomFiles.write(
                folder, VesselPhantomSettings.defaults().withSeed(seed), Progress.none());
        return folder;
    }
}
