package org.dlpixel.core.io;

import java.util.Locale;
import java.util.Map;
import org.dlpixel.core.image.VoxelSize;

/** Names of length units as microscopes and programs write them. */
final class Units {

    static final String PIXEL = "pixel";
    static final String MICROMETRE = "um";

    private static final Map<String, Double> IN_MICROMETRES =
            Map.of("pm", 1e-6, "nm", 1e-3, MICROMETRE, 1.0, "mm", 1e3, "cm", 1e4, "m", 1e6);

    private static final Map<String, String> OME_NAMES =
            Map.of(
                    "pm",
                    "picometer",
                    "nm",
                    "nanometer",
                    MICROMETRE,
                    "micrometer",
                    "mm",
                    "millimeter",
                    "cm",
                    "centimeter",
                    "m",
                    "meter");

    private Units() {}

    /** {@code um} for all spellings of micrometre, {@code pixel} for none, else as given. */
    static String normalise(String unit) {
        String u = unit.strip();
        return switch (u.toLowerCase(Locale.ROOT)) {
            case "", "pixel", "pixels", "null", "reference frame" -> PIXEL;
            case "um", "\u00b5m", "\u03bcm", "\\u00b5m", "micron", "microns", "micrometer" ->
                    MICROMETRE;
            default -> u;
        };
    }

    /** A unit of OME-Zarr, which spells out names as UDUNITS-2 does. */
    static String ofOme(String unit) {
        return OME_NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(unit))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> normalise(unit));
    }

    /** OME-Zarr's name of a normalised unit; as given if it has none. */
    static String toOme(String unit) {
        return OME_NAMES.getOrDefault(unit, unit);
    }

    /** A length in micrometres if its unit is known to be one, else as given. */
    static double inMicrometres(double length, String unit) {
        return length * IN_MICROMETRES.getOrDefault(unit, 1.0);
    }

    static boolean isLength(String unit) {
        return IN_MICROMETRES.containsKey(unit);
    }

    /** A voxel size, or {@link VoxelSize#UNKNOWN} if a number makes no sense. */
    static VoxelSize voxelSize(double x, double y, double z, String unit) {
        boolean sane = usable(x) && usable(y) && usable(z);
        return sane ? new VoxelSize(x, y, z, unit) : VoxelSize.UNKNOWN;
    }

    private static boolean usable(double length) {
        return length > 0 && Double.isFinite(length);
    }
}
