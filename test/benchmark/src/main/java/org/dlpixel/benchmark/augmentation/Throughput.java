package org.dlpixel.benchmark.augmentation;

import java.util.concurrent.TimeUnit;
import org.dlpixel.core.augment.Patch;
import org.dlpixel.core.augment.PatchPlacement;
import org.dlpixel.core.augment.PatchSampler;
import org.dlpixel.core.image.LabelledRegion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Patches as training draws them: cut at a random place, normalised, varied; another one every
 * time. Garbage is collected by the thread that is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Throughput {

    private static final long SEED = 1;

    @Param("None")
    private String workload;

    @Param("256")
    private int size;

    private LabelledRegion region;
    private PatchSampler sampler;
    private long index;

    /** Makes the region, which is not measured. */
    @Setup
    public void prepare() {
        Workload what = Workload.of(workload);
        region = TestRegion.make(what.channels());
        sampler = new PatchSampler(size, PatchPlacement.UNIFORM, what.settings());
    }

    /** One patch. */
    @Benchmark
    public Patch patch() {
        return sampler.sample(region, SEED, 0, 0, index++);
    }
}
