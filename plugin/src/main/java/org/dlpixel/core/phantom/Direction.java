package org.dlpixel.core.phantom;

/** A unit vector. */
record Direction(double x, double y, double z) {

    static Direction of(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new Direction(x / length, y / length, z / length);
    }

    static Direction random(RandomStream random) {
        return of(random.gaussian(), random.gaussian(), random.gaussian());
    }

    /** This direction, turned towards another vector. */
    Direction bent(double dx, double dy, double dz) {
        return of(x + dx, y + dy, z + dz);
    }

    /** A direction at an angle (radians) to this one, anywhere around it. */
    Direction tilted(double angle, RandomStream random) {
        Direction other = random(random);
        double along = other.x * x + other.y * y + other.z * z;
        Direction across = of(other.x - along * x, other.y - along * y, other.z - along * z);
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        return of(c * x + s * across.x, c * y + s * across.y, c * z + s * across.z);
    }
}
