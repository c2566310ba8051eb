package org.dlpixel.benchmark.augmentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Patches per second and core of all sides. */
final class Rates {

    /**
     * What was measured of one workload.
     *
     * @param workload what was done
     * @param size side of a patch, pixels
     * @param ours patches per second
     * @param theirs the same; NaN where a library is absent
     */
    record Row(Workload workload, int size, double ours, Map<Library.Name, Double> theirs) {

        Row {
            theirs = new LinkedHashMap<>(theirs);
        }

        /** In one line. */
        String describe() {
            StringBuilder text = new StringBuilder();
            text.append(workload.name()).append(", ").append(size).append("²: ours ");
            text.append(Math.round(ours));
            theirs.forEach(
                    (library, rate) ->
                            text.append(", ")
                                    .append(library.title())
                                    .append(' ')
                                    .append(Math.round(rate)));
            return text + " patches/s";
        }

        /** How many times as many patches we do; NaN where the library is absent. */
        double ratio(Library.Name library) {
            return ours / theirs.getOrDefault(library, Double.NaN);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
    }

    List<Row> rows() {
        return rows;
    }

    /** Our patches per second. */
    OptionalDouble ours(String workload, int size) {
        return rows.stream()
                .filter(row -> row.size() == size && row.workload().name().equals(workload))
                .mapToDouble(Row::ours)
                .findFirst();
    }

    /** Ratios to a library, ascending; those that could not be measured are left out. */
    List<Double> ratios(Library.Name library) {
        return rows.stream()
                .map(row -> row.ratio(library))
                .filter(ratio -> !ratio.isNaN())
                .sorted()
                .toList();
    }
}
