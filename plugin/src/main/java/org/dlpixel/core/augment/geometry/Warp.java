package org.dlpixel.core.augment.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the pixels of a patch are read: p comes from affine(p + displacement(p)).
 *
 * <p>Displacements come last whatever their place among the movements, and add up: a flip or a turn
 * of a random displacement is another one, as likely.
 *
 * @param affine of coordinates relative to the patch's centre
 * @param displacements none for an affine map
 */
public record Warp(Affine affine, List<Displacement> displacements) {

    /** Reads the patch as it is. */
    public static final Warp NONE = new Warp(Affine.IDENTITY, List.of());

    public Warp {
        displacements = List.copyOf(displacements);
    }

    /** All movements, done one after the other. */
    public static Warp of(List<Movement> movements) {
        Affine affine = Affine.IDENTITY;
        List<Displacement> displacements = new ArrayList<>();
        for (Movement movement : movements) {
            if (movement instanceof Movement.Linear linear) {
                affine = affine.then(linear.map());
            } else if (movement instanceof Movement.Bent bent) {
                displacements.add(bent.displacement());
            }
        }
        return new Warp(affine.snapped(), displacements);
    }

    /** The same displacements under another affine map. */
    public Warp with(Affine other) {
        return new Warp(other, displacements);
    }

    /** No pixel is read from further off along either axis, in pixels of the patch. */
    double limit() {
        return displacements.stream().mapToDouble(Displacement::limit).sum();
    }

    /** How far off along x a pixel of the patch is read. */
    public double dx(int u, int v) {
        return displacements.stream().mapToDouble(d -> d.x().at(u, v)).sum();
    }

    /** How far off along y a pixel of the patch is read. */
    public double dy(int u, int v) {
        return displacements.stream().mapToDouble(d -> d.y().at(u, v)).sum();
    }
}
