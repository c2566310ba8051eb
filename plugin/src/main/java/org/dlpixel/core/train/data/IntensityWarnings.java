package org.dlpixel.core.train.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Quantiles;

/**
 * Finds sources and regions whose intensities are unlike those of the others: other bit depths,
 * other units, an empty cut.
 *
 * <p>A source's range is the raw one that normalisation found; it is odd if its span is more than
 * {@value #SOURCE_FACTOR} times, or less than that part of, the median span of the others, or its
 * middle lies more than that many median spans away. Sources that came normalised are not compared.
 *
 * <p>A region's range lies between its {@value #LOW} and {@value #HIGH} quantiles over all
 * channels, normalised; it is odd if its span differs by more than a factor of {@value
 * #REGION_FACTOR} from the median: a dark corner is not odd, an empty cut is. Constant others tell
 * nothing.
 */
final class IntensityWarnings {

    private static final double SOURCE_FACTOR = 5;
    private static final double REGION_FACTOR = 20;
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;

    private final Rows rows;

    IntensityWarnings(List<LabelledRegion> regions) {
        this.rows = new Rows(regions);
    }

    List<String> find() {
        List<String> warnings = new ArrayList<>(sources());
        warnings.addAll(regions());
        return warnings;
    }

    private List<String> sources() {
        Map<String, IntensityRange> sources = new LinkedHashMap<>();
        rows.regions().stream()
                .filter(r -> !r.range().equals(IntensityRange.UNIT))
                .forEach(r -> sources.putIfAbsent(r.source(), r.range()));
        List<String> names = List.copyOf(sources.keySet());
        List<IntensityRange> ranges = List.copyOf(sources.values());
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (isOdd(ranges, i, SOURCE_FACTOR) || isShifted(ranges, i)) {
                String name = names.get(i);
                int first = rows.that(r -> r.source().equals(name)).get(0);
                warnings.add(message(name + ", first in row " + (first + 1) + ",", ranges, i));
            }
        }
        return warnings;
    }

    private List<String> regions() {
        List<IntensityRange> ranges =
                rows.regions().stream().map(IntensityWarnings::normalised).toList();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            if (isOdd(ranges, i, REGION_FACTOR)) {
                warnings.add(message(rows.name(i) + ", normalised,", ranges, i));
            }
        }
        return warnings;
    }

    private static IntensityRange normalised(LabelledRegion region) {
        float[] pixels = region.image().pixels();
        double[] q = Quantiles.of(counter -> counter.count(pixels, pixels.length), LOW, HIGH);
        double low = region.range().low();
        double span = span(region.range());
        return span > 0
                ? new IntensityRange((q[0] - low) / span, (q[1] - low) / span)
                : new IntensityRange(0, 0);
    }

    private static boolean isOdd(List<IntensityRange> ranges, int i, double factor) {
        double others = medianOfOthers(ranges, i, IntensityWarnings::span);
        double span = span(ranges.get(i));
        return others > 0 && (span > factor * others || factor * span < others);
    }

    private static boolean isShifted(List<IntensityRange> ranges, int i) {
        double away = middle(ranges.get(i)) - medianOfOthers(ranges, i, IntensityWarnings::middle);
        double others = medianOfOthers(ranges, i, IntensityWarnings::span);
        return others > 0 && Math.abs(away) > SOURCE_FACTOR * others;
    }

    /** NaN if there are none: then nothing is odd. */
    private static double medianOfOthers(
            List<IntensityRange> ranges, int i, ToDoubleFunction<IntensityRange> value) {
        double[] others = new double[ranges.size() - 1];
        for (int k = 0; k < others.length; k++) {
            others[k] = value.applyAsDouble(ranges.get(k < i ? k : k + 1));
        }
        Arrays.sort(others);
        int n = others.length;
        return n == 0 ? Double.NaN : (others[n / 2] + others[(n - 1) / 2]) / 2;
    }

    private static double span(IntensityRange range) {
        return range.high() - range.low();
    }

    private static double middle(IntensityRange range) {
        return (range.high() + range.low()) / 2;
    }

    private static String message(String name, List<IntensityRange> ranges, int i) {
        IntensityRange range = ranges.get(i);
        return "Intensities of "
                + name
                + " are unlike the rest: "
                + text(range.low())
                + " to "
                + text(range.high())
                + ", of the others in the median "
                + text(medianOfOthers(ranges, i, IntensityRange::low))
                + " to "
                + text(medianOfOthers(ranges, i, IntensityRange::high))
                + ".";
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
