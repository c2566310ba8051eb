package org.dlpixel.core.forest;

import java.util.List;

/**
 * A field of symmetric 2 x 2 matrices ((xx, xy), (xy, yy)), one per pixel.
 *
 * @param xx first diagonal element
 * @param xy element off the diagonal
 * @param yy second diagonal element
 */
record SymmetricMatrix(Plane xx, Plane xy, Plane yy) {

    /** Second derivatives of a plane. */
    static SymmetricMatrix hessian(Plane plane) {
        return new SymmetricMatrix(plane.dxx(), plane.dx().dy(), plane.dyy());
    }

    /** Products of the gradient with itself, averaged by a Gaussian of {@code sigma} pixels. */
    static SymmetricMatrix structure(Plane dx, Plane dy, double sigma) {
        return new SymmetricMatrix(
                Plane.product(dx, dx).smoothed(sigma),
                Plane.product(dx, dy).smoothed(sigma),
                Plane.product(dy, dy).smoothed(sigma));
    }

    /** The sum of the diagonal; of a Hessian: the Laplacian. */
    Plane trace() {
        return xx.plus(yy);
    }

    /** Adds both eigenvalues, (xx + yy +- sqrt((xx - yy)^2 + 4 xy^2)) / 2, the larger first. */
    void addEigenvalues(List<Plane> planes) {
        planes.add(eigenvalue(1));
        planes.add(eigenvalue(-1));
    }

    private Plane eigenvalue(int sign) {
        float[] out = new float[xx.values().length];
        for (int i = 0; i < out.length; i++) {
            float a = xx.values()[i];
            float b = xy.values()[i];
            float c = yy.values()[i];
            float root = (float) Math.sqrt((a - c) * (a - c) + 4 * b * b);
            out[i] = 0.5f * (a + c + sign * root);
        }
        return new Plane(xx.width(), xx.height(), out);
    }
}
