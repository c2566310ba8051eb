package org.dlpixel.benchmark.augmentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dlpixel.benchmark.Machine;
import org.dlpixel.benchmark.Output;
import org.dlpixel.benchmark.Sample;
import org.dlpixel.benchmark.Table;
import org.dlpixel.benchmark.training.Waiting;
import org.dlpixel.core.train.patches.Pace;

/** Collects what was measured and writes it. */
final class AugmentationReport {

    private static final double GOAL = 3;

    private static final String CONDITIONS =
            """
            Patches per second on one thread, image (float32, one channel) and labels together: cut
            at a random place of a region of 1024² pixels, brought to 0..1, varied with the same
            parameters on all sides ("None": not varied). Every side has a process of its own; they
            measure each row one after the other. Ours is measured by JMH with the serial collector,
            in a fresh process for every row. The libraries have an environment that lets glibc keep
            freed memory (without, some rows are several times as slow). They do one resampling per
            geometric operation, ours one per patch. torchvision fills what lies outside with zeros, the others
            mirror. Elastic deformation and shading are smoothed from a coarse grid on all sides.
            """;

    private final Map<Library.Name, String> libraries;
    private final double seconds;
    private final Rates rates = new Rates();
    private final List<Cost> costs = new ArrayList<>();
    private Table waiting =
            Table.of("augmentation", "batch", "steps", "patches per s", "waiting for patches");

    /**
     * @param libraries and what they are, in the order of the columns
     * @param seconds per measurement
     */
    AugmentationReport(Map<Library.Name, String> libraries, double seconds) {
        this.libraries = new LinkedHashMap<>(libraries);
        this.seconds = seconds;
    }

    Rates rates() {
        return rates;
    }

    void cost(Cost cost) {
        costs.add(cost);
    }

    void waiting(Waiting waited, Pace pace) {
        waiting =
                waiting.with(
                        waited.augmentation().label(),
                        waited.title(),
                        Integer.toString(waited.steps()),
                        number(1, pace.patchesPerSecond()),
                        number(2, 100 * pace.waitingShare()) + " %");
    }

    /** Writes the tables alone, without showing them. */
    void save(Output output) {
        output.table("augmentation", throughput());
        if (!costs.isEmpty()) {
            output.table("augmentation-share", share());
        }
        if (!waiting.rows().isEmpty()) {
            output.table("augmentation-waiting", waiting);
        }
    }

    /** Writes and shows everything. */
    void write(Output output) {
        save(output);
        output.report("augmentation", markdown());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# Augmentation\n\n");
        text.append("- machine: ").append(Machine.describe()).append('\n');
        libraries.forEach(
                (library, found) ->
                        text.append("- ")
                                .append(library.title())
                                .append(": ")
                                .append(found)
                                .append('\n'));
        text.append("- seconds per measurement: ").append(seconds).append("\n\n");
        text.append(CONDITIONS).append('\n').append(throughput().markdown()).append('\n');
        summary(text);
        if (!costs.isEmpty()) {
            text.append(shareText()).append('\n').append(share().markdown());
        }
        if (!waiting.rows().isEmpty()) {
            text.append("\nThe training loop itself, on a phantom; share of the time of its steps");
            text.append(" that it waits for patches.\n\n").append(waiting.markdown());
        }
        return text.toString();
    }

    private Table throughput() {
        List<String> header = new ArrayList<>(List.of("operation", "patch", "ours"));
        libraries.keySet().forEach(library -> header.add(library.title()));
        libraries.keySet().forEach(library -> header.add("ours / " + library.title()));
        List<List<String>> rows = new ArrayList<>();
        for (Rates.Row row : rates.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.workload().name());
            cells.add(row.size() + "²");
            cells.add(number(0, row.ours()));
            for (Library.Name library : libraries.keySet()) {
                cells.add(known(0, row.theirs().getOrDefault(library, Double.NaN)));
            }
            for (Library.Name library : libraries.keySet()) {
                cells.add(known(1, row.ratio(library)));
            }
            rows.add(cells);
        }
        return new Table(header, rows);
    }

    private void summary(StringBuilder text) {
        for (Library.Name library : libraries.keySet()) {
            List<Double> ratios = rates.ratios(library);
            if (!ratios.isEmpty()) {
                long reached = ratios.stream().filter(ratio -> ratio >= GOAL).count();
                text.append(
                        String.format(
                                Locale.ROOT,
                                "- ours / %s: median %.1f, least %.1f; at least %.0f in %d of %d rows%n",
                                library.title(),
                                Sample.of(ratios).median(),
                                ratios.get(0),
                                GOAL,
                                reached,
                                ratios.size()));
            }
        }
        text.append('\n');
    }

    private String shareText() {
        Cost first = costs.get(0);
        return String.format(
                Locale.ROOT,
                """
                What the 8 patches of 256² of a step cost beside the step: the default network, float32,
                %d threads, %.0f ms in the median. Share of a core: how busy one core is that keeps up;
                share of the step: of its processor time.
                """,
                first.threads(),
                first.stepMillis());
    }

    private Table share() {
        Table table =
                Table.of(
                        "preset",
                        "8 patches ms",
                        "step ms",
                        "threads",
                        "share of a core",
                        "share of the step");
        for (Cost cost : costs) {
            table =
                    table.with(
                            cost.preset(),
                            number(1, cost.patchMillis()),
                            number(1, cost.stepMillis()),
                            Integer.toString(cost.threads()),
                            number(1, 100 * cost.shareOfCore()) + " %",
                            number(1, 100 * cost.shareOfStep()) + " %");
        }
        return table;
    }

    private static String known(int decimals, double value) {
        return Double.isNaN(value) ? "" : number(decimals, value);
    }

    private static String number(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
