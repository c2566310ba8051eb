package org.dlpixel.benchmark.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.dlpixel.benchmark.accuracy.WorkflowRun.Outcome;
import org.dlpixel.core.view.Chart;
import org.dlpixel.core.view.RgbImage;
import org.dlpixel.core.view.Series;

/** Charts of the Dice: a dot per seed, a line for their mean. */
final class Pictures {

    private static final int ALL = 100;
    private static final int WIDTH = 800;
    private static final double HALF_COLUMN = 0.3;
    private static final int FOREST = 0x999999;
    private static final int[] COLOURS = {
        0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x1f2328
    };

    private final Results results;

    Pictures(Results results) {
        this.results = results;
    }

    /** A column per set; the random forest in grey. */
    RgbImage accuracy() {
        List<String> sets = results.sets();
        List<Series> series = new ArrayList<>();
        series.add(frame(sets.size() + 1));
        for (int i = 0; i < sets.size(); i++) {
            String set = sets.get(i);
            int column = i + 1;
            double mean = results.dice(set, ALL).mean();
            double[] x = {column - HALF_COLUMN, column + HALF_COLUMN};
            series.add(new Series(column + " " + set, colour(i), x, new double[] {mean, mean}));
            series.add(dots("", colour(i), of(results.outcomes(), set), key -> column));
            series.add(dots(i == 0 ? "random forest" : "", FOREST, forests(set), key -> column));
        }
        return chart("Dice on slices without labels", "set", series);
    }

    /** A curve per set. */
    RgbImage learningCurve() {
        List<String> sets = results.sets();
        double[] x = results.percents().stream().mapToDouble(Integer::doubleValue).toArray();
        List<Series> series = new ArrayList<>();
        series.add(frame(ALL));
        for (int i = 0; i < sets.size(); i++) {
            String set = sets.get(i);
            double[] y = DoubleStream.of(x).map(p -> results.dice(set, (int) p).mean()).toArray();
            series.add(new Series(set, colour(i), x, y));
            series.add(dots("", colour(i), of(results.outcomes(), set), Results.Key::percent));
        }
        return chart("Dice on slices without labels", "labels that were used, %", series);
    }

    private static RgbImage chart(String title, String xLabel, List<Series> series) {
        List<Series> drawn = series.stream().filter(s -> s.x().length > 0).toList();
        return Chart.of(title, xLabel, drawn, Chart.Scale.UNIT).render(WIDTH);
    }

    /** Nothing, from 0 to {@code end}: the width of the chart. */
    private static Series frame(double end) {
        return new Series("", 0, new double[] {0, end}, new double[] {Double.NaN, Double.NaN});
    }

    private static Map<Results.Key, Double> of(Map<Results.Key, Outcome> outcomes, String set) {
        Map<Results.Key, Double> dice = new LinkedHashMap<>();
        outcomes.forEach(
                (key, outcome) -> {
                    if (key.set().equals(set)) {
                        dice.put(key, outcome.dice());
                    }
                });
        return dice;
    }

    private Map<Results.Key, Double> forests(String set) {
        Map<Results.Key, Double> dice = new LinkedHashMap<>();
        for (Results.Key key : results.outcomes().keySet()) {
            if (key.set().equals(set)) {
                results.forest(key).ifPresent(forest -> dice.put(key, forest.dice()));
            }
        }
        return dice;
    }

    private static Series dots(
            String name,
            int colour,
            Map<Results.Key, Double> dice,
            ToDoubleFunction<Results.Key> x) {
        return Series.dots(
                name,
                colour,
                dice.keySet().stream().mapToDouble(x).toArray(),
                dice.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static int colour(int index) {
        return COLOURS[index % COLOURS.length];
    }
}
