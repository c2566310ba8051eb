package org.dlpixel.core.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.dlpixel.core.score.Calibration;
import org.dlpixel.core.score.LabelledProbabilities;
import org.dlpixel.core.score.PixelProbabilities;
import org.junit.jupiter.api.Test;

class ReliabilityDiagramTest {

    @Test
    void theCurveBeforeAndTheOneAfterCalibrationAreDrawn() {
        float[] sure = new float[200];
        byte[] labels = new byte[100];
        for (int i = 0; i < 100; i++) {
            sure[2 * i] = i % 2 == 0 ? 0.99f : 0.8f;
            sure[2 * i + 1] = 1 - sure[2 * i];
            labels[i] = (byte) (i % 5 == 0 ? 1 : 0);
        }
        Calibration calibration =
                Calibration.fit(LabelledProbabilities.of(new PixelProbabilities(2, sure), labels));
        RgbImage picture = ReliabilityDiagram.render(calibration, 490);
        assertThat(picture.width()).isEqualTo(490);
        assertThat(Arrays.stream(picture.rgb()))
                .contains(TrainingCurve.TRAINING, TrainingCurve.VALIDATION);
    }
}
