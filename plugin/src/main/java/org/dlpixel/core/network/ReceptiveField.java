package org.dlpixel.core.network;

/**
 * How far around an output pixel the input matters, along one axis; the same for both axes.
 *
 * <p>Output computed from a tile equals output computed from the whole image, bit for bit but for
 * the order of sums, for every output interval that starts and ends at multiples of {@code
 * multiple} if the tile starts {@code before} pixels earlier and ends {@code after} pixels later
 * (or at the image's border). For a U-Net of depth D, the residual one with two residual units,
 * both are 6 * 2^D, and the radius is 7 * 2^D - 5. Group norm spoils this, see {@link Norm}.
 *
 * @param multiple image sides and tile borders must be multiples of it: 2^depth
 * @param before context before an aligned interval, a multiple of {@code multiple}
 * @param after context after an aligned interval, a multiple of {@code multiple}
 * @param radius largest distance from an output pixel to an input pixel that influences it
 */
public record ReceptiveField(int multiple, int before, int after, int radius) {

    /** The field that follows from the settings, layer by layer. */
    public static ReceptiveField of(UNetSettings settings) {
        int multiple = settings.sizeMultiple();
        Span aligned = new Span(0, multiple - 1);
        Span needed = settings.architecture().inputFor(settings, aligned);
        return new ReceptiveField(
                multiple,
                roundUp(-needed.first(), multiple),
                roundUp(needed.last() - aligned.last(), multiple),
                radius(settings));
    }

    /** The full width, 2 * radius + 1. */
    public int width() {
        return 2 * radius + 1;
    }

    /** The next multiple: the size that an image is padded to. */
    public int roundUp(int extent) {
        return roundUp(extent, multiple);
    }

    private static int radius(UNetSettings settings) {
        int radius = 0;
        for (int p = 0; p < settings.sizeMultiple(); p++) {
            Span needed = settings.architecture().inputFor(settings, new Span(p, p));
            radius = Math.max(radius, Math.max(p - needed.first(), needed.last() - p));
        }
        return radius;
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
