package org.dlpixel.benchmark.prediction;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dlpixel.benchmark.Memory;
import org.dlpixel.core.image.IntensityRange;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.image.Quantiles;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.io.ImageFiles;
import org.dlpixel.core.io.TiffWriter;
import org.dlpixel.core.network.Execution;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.bioimage.BioimageModel;
import org.dlpixel.core.predict.PredictionSettings;
import org.dlpixel.core.predict.SlicePredictor;

/** Our side: segments a volume in this process. */
final class PredictionWorker {

    private static final double NANOS = 1e9;

    private PredictionWorker() {}

    /**
     * Segments as the arguments say.
     *
     * @param arguments the precision and those of a {@link Job}
     */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        Job job = Job.parse(all);
        Precision precision = Precision.valueOf(Job.values(all).get("precision"));
        PixelModel model = BioimageModel.read(job.model());
        Execution execution = Execution.onCpu(job.threads()).withPrecision(precision);
        PredictionSettings settings = PredictionSettings.defaults().withExecution(execution);
        try (SlicePredictor predictor = SlicePredictor.open(model, settings)) {
            answer(segment(predictor, job));
        }
    }

    private static Map<String, Double> segment(SlicePredictor predictor, Job job) {
        double cpu = cpu();
        long start = System.nanoTime();
        double range;
        try (SliceSource file = ImageFiles.open(job.volume())) {
            SliceSource source = new FirstSlices(file, job.slices());
            IntensityRange intensities =
                    Quantiles.range(
                            source, Job.LOW_PERCENTILE, Job.HIGH_PERCENTILE, Progress.none());
            range = seconds(start);
            VolumeShape shape = source.shape();
            try (TiffWriter out =
                    TiffWriter.create(job.output(), shape, PixelType.UINT8, source.voxelSize())) {
                predictor.predict(
                        source,
                        intensities,
                        p -> out.write(p.slice(), p.classes()),
                        Progress.none());
            }
        }
        return Map.of(
                Answer.JOB,
                seconds(start),
                Answer.RANGE,
                range,
                Answer.CPU,
                cpu() - cpu,
                Answer.PEAK,
                Memory.of(ProcessHandle.current().pid()).map(Memory::peak).orElse(Double.NaN));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime() / NANOS
                : Double.NaN;
    }

    static void answer(Map<String, Double> numbers) {
        String words =
                numbers.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%s=%.6f", e.getKey(), e.getValue()))
                        .collect(Collectors.joining(" "));
        System.out.println(Answer.MARK + words);
    }
}
