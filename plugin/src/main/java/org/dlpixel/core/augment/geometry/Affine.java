package org.dlpixel.core.augment.geometry;

import org.dlpixel.core.image.PixelClassificationException.InvalidInput;

/**
 * Where a pixel of a patch is read: (u, v) becomes (xx u + xy v + tx, yx u + yy v + ty).
 *
 * <p>Both sides are in pixels, x first, pixel centres at halves. Geometric augmentations map
 * coordinates relative to the patch's centre to coordinates relative to the same centre.
 */
public record Affine(double xx, double xy, double yx, double yy, double tx, double ty) {

    /** Every pixel stays. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    private static final double ROUNDING = 1e-12;

    public Affine {
        double det = xx * yy - xy * yx;
        if (!Double.isFinite(det + tx + ty) || det == 0) {
            throw InvalidInput.of("affine map", "determinant " + det, "finite and not 0");
        }
    }

    /** Mirrors left and right, top and bottom, or both. */
    public static Affine flip(boolean horizontal, boolean vertical) {
        return new Affine(horizontal ? -1 : 1, 0, 0, vertical ? -1 : 1, 0, 0);
    }

    /** Turns by 90 degrees, exactly. */
    public static Affine quarterTurns(int count) {
        return switch (Math.floorMod(count, 4)) {
            case 1 -> new Affine(0, -1, 1, 0, 0, 0);
            case 2 -> new Affine(-1, 0, 0, -1, 0, 0);
            case 3 -> new Affine(0, 1, -1, 0, 0, 0);
            default -> IDENTITY;
        };
    }

    /** Turns by an angle. */
    public static Affine rotation(double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Affine(cos, -sin, sin, cos, 0, 0);
    }

    /**
     * Moves rows along x and columns along y, the more the further they are from the centre.
     *
     * @param alongX pixels per row
     * @param alongY pixels per column; alongX * alongY must not be 1
     */
    public static Affine shear(double alongX, double alongY) {
        return new Affine(1, alongX, alongY, 1, 0, 0);
    }

    /** Reads a field of view {@code factor} times as wide: below 1 magnifies. */
    public static Affine scale(double factor) {
        return new Affine(factor, 0, 0, factor, 0, 0);
    }

    /** This map with a further shift of what it reads. */
    public Affine shifted(double dx, double dy) {
        return new Affine(xx, xy, yx, yy, tx + dx, ty + dy);
    }

    /**
     * The map of two operations done one after the other on the image: first this one, then {@code
     * next}. A pixel of the final patch is therefore first mapped by {@code next}.
     */
    public Affine then(Affine next) {
        return new Affine(
                xx * next.xx + xy * next.yx,
                xx * next.xy + xy * next.yy,
                yx * next.xx + yy * next.yx,
                yx * next.xy + yy * next.yy,
                x(next.tx, next.ty),
                y(next.tx, next.ty));
    }

    /**
     * This map with factors that are whole numbers but for rounding made whole, so that a rotation
     * there and back is no rotation.
     */
    Affine snapped() {
        return new Affine(snap(xx), snap(xy), snap(yx), snap(yy), tx, ty);
    }

    private static double snap(double v) {
        double whole = Math.rint(v);
        return Math.abs(v - whole) < ROUNDING ? whole : v;
    }

    /** x of what the pixel (u, v) shows. */
    public double x(double u, double v) {
        return xx * u + xy * v + tx;
    }

    /** y of what the pixel (u, v) shows. */
    public double y(double u, double v) {
        return yx * u + yy * v + ty;
    }

    /** Side of the square that a unit square covers, on average over the directions. */
    public double magnitude() {
        return Math.sqrt(Math.abs(determinant()));
    }

    /** Area that a unit square covers; negative if mirrored. */
    public double determinant() {
        return xx * yy - xy * yx;
    }

    /** Whether it only flips and turns by quarters, so that pixels fall on pixels. */
    boolean isPermutation() {
        return isUnit(xx) && isUnit(xy) && isUnit(yx) && isUnit(yy) && isUnit(determinant());
    }

    private static boolean isUnit(double v) {
        return v == 0 || v == 1 || v == -1;
    }
}
