package org.dlpixel.install;

import java.util.concurrent.Callable;
import org.dlpixel.core.network.StepResult;
import org.dlpixel.core.network.StepSettings;
import org.dlpixel.core.network.TrainableNetwork;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.network.Weights;
import org.dlpixel.nodes.port.NativeLibrary;

/**
 * One training step on the packaged native library. Runs inside the installed plug-in, as the class
 * of a fragment, and therefore answers in types of the JDK.
 */
public final class TrainingProbe implements Callable<double[]> {

    private static final int SIDE = 32;

    /** The loss of one step, and how far the weights went. */
    @Override
    public double[] call() {
        NativeLibrary.locate();
        UNetSettings settings = UNetSettings.defaults().withDepth(2).withBaseFeatures(4);
        Weights start = Weights.random(settings, 1);
        float[] image = new float[SIDE * SIDE];
        byte[] labels = new byte[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            labels[i] = (byte) (i % SIDE < SIDE / 2 ? 0 : 1);
            image[i] = labels[i];
        }
        try (TrainableNetwork network = TrainableNetwork.open(settings, start, 1, 1)) {
            StepResult result =
                    network.step(image, labels, 1, SIDE, SIDE, new StepSettings(1, 1e-3, 0, 1, 1));
            return new double[] {
                result.loss(), distance(start.values(), network.weights().values())
            };
        }
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
