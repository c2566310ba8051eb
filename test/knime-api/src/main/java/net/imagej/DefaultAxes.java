package net.imagej;

import java.util.stream.IntStream;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;

/** Axes of images whose maker did not name all of them. */
final class DefaultAxes {
    private DefaultAxes() {}

    static CalibratedAxis[] of(int dimensions) {
        return of(
                IntStream.range(0, dimensions)
                        .mapToObj(DefaultAxes::type)
                        .toArray(AxisType[]::new));
    }

    static CalibratedAxis[] of(AxisType[] types) {
        double[] scales = IntStream.range(0, types.length).mapToDouble(d -> 1).toArray();
        return of(types, scales, new String[types.length]);
    }

    static CalibratedAxis[] of(AxisType[] types, double[] scales, String[] units) {
        if (scales.length != types.length || units.length != types.length) {
            throw new IllegalArgumentException(
                    "illegal number of scales or units: %d, %d, must be %d"
                            .formatted(scales.length, units.length, types.length));
        }
        return IntStream.range(0, types.length)
                .mapToObj(d -> new DefaultLinearAxis(types[d], units[d], scales[d]))
                .toArray(CalibratedAxis[]::new);
    }

    static CalibratedAxis[] copyOf(ImgPlusMetadata metadata) {
        return IntStream.range(0, metadata.numDimensions())
                .mapToObj(d -> metadata.axis(d).copy())
                .toArray(CalibratedAxis[]::new);
    }

    private static AxisType type(int d) {
        return switch (d) {
            case 0 -> Axes.X;
            case 1 -> Axes.Y;
            default -> Axes.unknown();
        };
    }
}
