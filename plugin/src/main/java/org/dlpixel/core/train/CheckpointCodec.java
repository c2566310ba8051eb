package org.dlpixel.core.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dlpixel.core.image.LabelMask;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.core.network.archive.TensorSpec;
import org.dlpixel.core.score.ConfidenceInterval;
import org.dlpixel.core.train.patches.Pace;

/**
 * The numbers of a checkpoint but for the network's state, in the order of the components of {@link
 * Checkpoint} and their records. Optional things follow a boolean, lists their length.
 */
final class CheckpointCodec {

    private static final int MAX_EPOCHS = 100_000;

    private CheckpointCodec() {}

    static void write(Checkpoint checkpoint, DataOutputStream out) throws IOException {
        out.writeLong(checkpoint.step());
        out.writeInt(checkpoint.epochs().size());
        for (EpochRecord epoch : checkpoint.epochs()) {
            write(epoch, out);
        }
        Schedule.State schedule = checkpoint.schedule();
        out.writeLong(schedule.nanos());
        out.writeLong(schedule.measured());
        out.writeInt(schedule.epochs());
        out.writeBoolean(schedule.limited());
        writeScore(checkpoint.selection().score(), out);
        out.writeInt(checkpoint.selection().stale());
        out.writeLong(checkpoint.pace().patches());
        out.writeDouble(checkpoint.pace().seconds());
        out.writeDouble(checkpoint.pace().waiting());
        for (float value : checkpoint.selection().best().values()) {
            out.writeFloat(value);
        }
    }

    private static void write(EpochRecord epoch, DataOutputStream out) throws IOException {
        out.writeDouble(epoch.loss());
        writeScore(epoch.validation(), out);
        out.writeDouble(epoch.learningRate());
        out.writeDouble(epoch.seconds());
        out.writeBoolean(epoch.best());
    }

    private static void writeScore(Optional<ValidationScore> score, DataOutputStream out)
            throws IOException {
        out.writeBoolean(score.isPresent());
        if (score.isPresent()) {
            out.writeDouble(score.get().loss());
            out.writeInt(score.get().dice().size());
            for (OptionalDouble dice : score.get().dice()) {
                out.writeDouble(dice.orElse(Double.NaN));
            }
            for (Optional<ConfidenceInterval> interval : score.get().confidence()) {
                out.writeDouble(interval.map(ConfidenceInterval::low).orElse(Double.NaN));
                out.writeDouble(interval.map(ConfidenceInterval::high).orElse(Double.NaN));
            }
        }
    }

    /** What was written, without the network's state. */
    static Checkpoint read(DataInputStream in, UNetSettings network) throws IOException {
        long step = in.readLong();
        int count = count(in, MAX_EPOCHS);
        List<EpochRecord> epochs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            epochs.add(
                    new EpochRecord(
                            i + 1,
                            in.readDouble(),
                            readScore(in),
                            in.readDouble(),
                            in.readDouble(),
                            in.readBoolean()));
        }
        Schedule.State schedule =
                new Schedule.State(in.readLong(), in.readLong(), in.readInt(), in.readBoolean());
        Optional<ValidationScore> score = readScore(in);
        int stale = in.readInt();
        Pace pace = new Pace(in.readLong(), in.readDouble(), in.readDouble());
        Selection.State selection = new Selection.State(readWeights(in, network), score, stale);
        return new Checkpoint(step, epochs, schedule, selection, pace, Optional.empty());
    }

    private static Weights readWeights(DataInputStream in, UNetSettings network)
            throws IOException {
        float[] values =
                new float[Weights.tensorsOf(network).stream().mapToInt(TensorSpec::size).sum()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return Weights.of(network, values);
    }

    private static Optional<ValidationScore> readScore(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        double loss = in.readDouble();
        int classes = count(in, LabelMask.MAX_CLASSES);
        List<OptionalDouble> dice = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            double value = in.readDouble();
            dice.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        List<Optional<ConfidenceInterval>> confidence = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            confidence.add(interval(in.readDouble(), in.readDouble()));
        }
        return Optional.of(new ValidationScore(loss, dice, confidence));
    }

    private static Optional<ConfidenceInterval> interval(double low, double high) {
        try {
            return Double.isNaN(low)
                    ? Optional.empty()
                    : Optional.of(new ConfidenceInterval(low, high));
        } catch (InvalidInput e) {
            throw new Unreadable(e.getMessage(), e);
        }
    }

    /** A length, at most so much, so that a damaged file takes no memory. */
    static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new Unreadable("a length of " + count + " is impossible.");
        }
        return count;
    }
}
