package org.dlpixel.benchmark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.network.Precision;
import org.dlpixel.core.network.UNetSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueTest {

    @TempDir Path folder;

    @Test
    void repliesAreReadAsTheyWereWritten() {
        Reply reply = new Reply(List.of(12.5, 0.25), List.of(0.75, 1.5));

        assertThat(reply.text()).isEqualTo("done 12.5000:0.75000000 0.2500:1.50000000");
        assertThat(Reply.parse(reply.text())).isEqualTo(reply);
        assertThatThrownBy(() -> Reply.parse("Traceback"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Traceback");
    }

    @Test
    void greetingsAreReadAsTheyWereWritten() {
        Greeting greeting = new Greeting(110028, "PyTorch 2.13.0+cpu, rebuilt");

        assertThat(Greeting.parse(greeting.text())).isEqualTo(greeting);
        assertThatThrownBy(() -> Greeting.parse("done 1:2"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jobsAreReadAsTheyWerePassed() {
        UNetSettings network =
                UNetSettings.defaults().withDepth(5).withBaseFeatures(32).withDropout(0.125);
        Job job = Job.of(network, 2, 32, 3, folder);
        Job comparable = job.comparable(folder.resolve("a=b.f32"));

        assertThat(Job.parse(job.arguments())).isEqualTo(job);
        assertThat(Job.parse(comparable.arguments())).isEqualTo(comparable);
        assertThat(comparable.network().dropout()).isZero();
        assertThat(comparable.weights()).isEqualTo(Optional.of(folder.resolve("a=b.f32")));
        assertThat(job.images()).hasSize(4L * 2 * 32 * 32);
        assertThat(job.labels()).hasSize(2L * 32 * 32);
    }

    @Test
    void ratiosAreThoseOfMediansAndOfEveryRound() {
        Side side = new Side("any", List.of(), Map.of(), Precision.FLOAT32);
        Timing ours = new Timing(side);
        Timing theirs = new Timing(side);
        Greeting greeting = new Greeting(1, "engine");
        for (int round = 1; round <= 2; round++) {
            ours.start(greeting, round);
            theirs.start(greeting, 3 * round);
            ours.add(List.of(10. * round, 10. * round, 1000.));
            theirs.add(List.of(40., 40., 40.));
        }

        assertThat(ours.secondsToFirstStep()).isEqualTo(1.5);
        assertThat(ours.ratio(theirs)).isEqualTo(new Timing.Ratio(0.5, 0.25, 0.5));
    }
}
