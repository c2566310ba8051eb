package org.dlpixel.core.phantom;

/**
 * Paints sparse labels on a slice as a person would: short strokes of 1 to 3 pixels along some of
 * the vessels, longer ones through the background, some of them close to vessels and some far away.
 * Never all vessels, and no edge all along, but nothing wrong.
 */
final class Scribbles {

    static final byte BACKGROUND = 1;
    static final byte VESSEL = 2;

    private static final double VESSEL_SHARE = 0.22;

    /** How close to an edge a careful hand goes, in pixels. */
    private static final double EDGE = 1.5;

    private final int width;
    private final int height;
    private final RandomStream random;
    private final byte[] truth;
    private final float[] inside;
    private final float[] outside;
    private final byte[] labels;
    private int painted;

    private Scribbles(int width, int height, byte[] truth, RandomStream random) {
        this.width = width;
        this.height = height;
        this.random = random;
        this.truth = truth;
        this.inside = DistanceMap.to(truth, (byte) 0, width, height);
        this.outside = DistanceMap.to(truth, (byte) 1, width, height);
        this.labels = new byte[truth.length];
    }

    /**
     * @param truth 1 vessel, 0 background
     * @param fraction share of the pixels to paint, 0..0.5
     * @return 0 unlabelled, 1 background, 2 vessel
     */
    static byte[] paint(int width, int height, byte[] truth, double fraction, RandomStream random) {
        Scribbles scribbles = new Scribbles(width, height, truth, random);
        int wanted = (int) (fraction * truth.length);
        int strokes = 0;
        while (scribbles.painted < VESSEL_SHARE * wanted && strokes++ < 2000) {
            scribbles.vesselStroke();
        }
        while (scribbles.painted < wanted && strokes++ < 4000) {
            scribbles.backgroundStroke(strokes % 2 == 0);
        }
        return scribbles.labels;
    }

    private void vesselStroke() {
        int start = random.below(truth.length);
        if (truth[start] == 1 && inside[start] >= 1.5 && random.uniform() < 2.5 / inside[start]) {
            double length = random.uniform(6, 26);
            double distance = inside[start] > 3 && random.uniform() < 0.4 ? EDGE : 0;
            stroke(start, length, random.uniform(0.5, 1.6), VESSEL, inside, distance);
        }
    }

    /** Close to a vessel it follows the outline, which tells the most. */
    private void backgroundStroke(boolean near) {
        for (int attempt = 0; attempt < 100; attempt++) {
            int start = random.below(truth.length);
            boolean fits = near ? outside[start] < 4 && outside[start] >= 1 : outside[start] >= 5;
            if (truth[start] == 0 && fits) {
                double length = near ? random.uniform(12, 40) : random.uniform(20, 60);
                double distance = near ? random.uniform(1.2, 3) : 0;
                stroke(start, length, random.uniform(0.5, 1.6), BACKGROUND, outside, distance);
                return;
            }
        }
    }

    /**
     * One stroke; it ends where it would leave its class.
     *
     * @param distance distance to the other class that is kept, or 0 to stay away from it
     */
    private void stroke(
            int start, double length, double radius, byte label, float[] room, double distance) {
        int row = start / width;
        double y = row;
        double x = start - row * width;
        double heading = random.uniform(0, 2 * Math.PI);
        for (double gone = 0; gone < length; gone++) {
            int at = index(x, y);
            if (at < 0 || room[at] < 1) {
                return;
            }
            dab(x, y, Math.min(radius, Math.max(0.5, room[at] - 0.9)), label);
            heading = steer(x, y, heading, room, distance);
            x += StrictMath.cos(heading);
            y += StrictMath.sin(heading);
        }
    }

    /** Of some slight turns the one that leads to the most room, with an unsteady hand. */
    private double steer(double x, double y, double heading, float[] room, double distance) {
        double best = heading;
        double bestRoom = Double.NEGATIVE_INFINITY;
        for (int turn = -3; turn <= 3; turn++) {
            double candidate = heading + 0.22 * turn + 0.12 * random.gaussian();
            int at =
                    index(x + 2.5 * StrictMath.cos(candidate), y + 2.5 * StrictMath.sin(candidate));
            double free = at < 0 ? -1 : room[at];
            double value = distance > 0 ? -Math.abs(free - distance) : Math.min(free, 6);
            value -= 0.15 * Math.abs(turn);
            if (value > bestRoom) {
                bestRoom = value;
                best = candidate;
            }
        }
        return best;
    }

    private void dab(double x, double y, double radius, byte label) {
        int reach = (int) Math.ceil(radius);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                int at = index(x + dx, y + dy);
                boolean covered = dx * dx + dy * dy <= radius * radius;
                if (at >= 0 && covered && truth[at] == label - 1 && labels[at] == 0) {
                    labels[at] = label;
                    painted++;
                }
            }
        }
    }

    private int index(double x, double y) {
        int column = (int) Math.rint(x);
        int row = (int) Math.rint(y);
        boolean within = column >= 0 && column < width && row >= 0 && row < height;
        return within ? row * width + column : -1;
    }
}
