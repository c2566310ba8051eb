package org.dlpixel.nodes.learner;

import java.util.OptionalInt;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.nodes.convert.OptionalPorts;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.DynamicPortsAdder;

/** The ports of the U-Net Learner; those for volumes and for a model to start from can be added. */
final class LearnerPorts {

    static final int REGIONS = 0;

    private static final String VOLUMES = "Volumes";
    private static final String START = "Start model";

    private LearnerPorts() {}

    static void add(DynamicPortsAdder ports) {
        input(
                ports,
                "Labelled regions",
                "One row per region or patch: image and sparse labels, optionally split, classes,"
                        + " low and high.");
        optional(
                ports,
                VOLUMES,
                "The stacks that the regions were cut from, or others of their kind, as the Sparse"
                        + " Label Reader gives them: neighbouring slices and unlabelled pixels are"
                        + " taken from them.",
                BufferedDataTable.TYPE);
        optional(
                ports,
                START,
                "A model to train on from (fine-tuning): its network and normalisation replace"
                        + " those of the dialog.",
                UNetModelPortObject.TYPE);
        output(
                ports,
                "Model",
                "The trained U-Net with its classes and normalisation.",
                UNetModelPortObject.TYPE);
        output(
                ports,
                "History",
                "One row per epoch: losses, Dice of held-out regions (mean of the foreground, and by"
                        + " class), learning rate, time, whether it was kept; patches per second"
                        + " and the share of time spent waiting for them are those of the whole"
                        + " training.",
                BufferedDataTable.TYPE);
        output(
                ports,
                "Training curve",
                "A picture of the history, and below it, if labels were held out, one of how often"
                        + " the model is right when it is how sure.",
                BufferedDataTable.TYPE);
        output(
                ports,
                "Validation pictures",
                "One row per held-out region: its image, labels, what a network that was not"
                        + " trained on it made of it, and the errors; its place and Dice.",
                BufferedDataTable.TYPE);
    }

    /** Index of the table of volumes, if there is one. */
    static OptionalInt volumes(PortsConfiguration ports) {
        return OptionalPorts.input(ports, VOLUMES);
    }

    /** Index of the model to start from, if there is one. */
    static OptionalInt start(PortsConfiguration ports) {
        return OptionalPorts.input(ports, START);
    }

    /**
     * Neighbouring slices come from volumes.
     *
     * @throws InvalidInput if they are wanted and the port is not there
     */
    static void requireVolumes(PortsConfiguration ports, SliceContext context) {
        if (context.neighbours() > 0 && volumes(ports).isEmpty()) {
            throw InvalidInput.of(
                    "number of neighbouring slices",
                    context.neighbours(),
                    "0 without the input '" + VOLUMES + "'; add that port and connect the volumes");
        }
    }

    private static void input(DynamicPortsAdder ports, String name, String description) {
        ports.addInputPortGroup(
                name, g -> g.name(name).description(description).fixed(BufferedDataTable.TYPE));
    }

    private static void optional(
            DynamicPortsAdder ports, String name, String description, PortType type) {
        ports.addInputPortGroup(
                name, g -> g.name(name).description(description).optional().supportedTypes(type));
    }

    private static void output(
            DynamicPortsAdder ports, String name, String description, PortType type) {
        ports.addOutputPortGroup(name, g -> g.name(name).description(description).fixed(type));
    }
}
