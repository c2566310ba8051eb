package org.dlpixel.core.train.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dlpixel.core.image.FloatImage;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Progress;
import org.dlpixel.core.network.Network;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.train.EpochListener;

/**
 * The moving average of the network in training as its own teacher: what it thinks of the boxes as
 * they are, the network shall think of them varied (Tarvainen and Valpola 2017, "Mean teachers are
 * better role models"). The teacher looks at the boxes once per epoch, and teaches two epochs later
 * or more, so that batches drawn ahead do not depend on timing.
 */
final class MeanTeacher implements EpochListener, TaughtPatches.Boxes {

    /** Batches that are drawn ahead, with one to spare. */
    private static final int AHEAD = 5;

    private final List<LabelledRegion> boxes;
    private final UNetSettings network;
    private final int threads;
    private final int lag;
    private final Map<Long, List<LabelledRegion>> taught = new ConcurrentHashMap<>();

    /**
     * @param boxes raw, without labels
     * @param stepsPerEpoch batches per epoch
     */
    MeanTeacher(List<LabelledRegion> boxes, UNetSettings network, int stepsPerEpoch, int threads) {
        this.boxes = boxes;
        this.network = network;
        this.threads = threads;
        this.lag = 1 + (AHEAD + stepsPerEpoch - 1) / stepsPerEpoch;
    }

    @Override
    public void ended(int epoch, Weights average) {
        List<LabelledRegion> next = new ArrayList<>();
        try (Network open = Network.open(network, average, threads)) {
            Teacher teacher = new NetworkTeacher(open, false);
            for (LabelledRegion box : boxes) {
                FloatImage opinion = teacher.probabilities(box, Progress.none());
                next.add(TaughtPatches.taught(box, opinion));
            }
        }
        taught.put((long) epoch + lag, next);
        taught.remove((long) epoch - 1);
    }

    @Override
    public Optional<List<LabelledRegion>> taught(long epoch) {
        return Optional.ofNullable(taught.get(epoch));
    }

    @Override
    public List<LabelledRegion> plain() {
        return boxes;
    }
}
