package org.dlpixel.nodes.learner;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dlpixel.core.image.ClassList;
import org.dlpixel.core.image.LabelledRegion;
import org.dlpixel.core.image.Normalization;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.SliceContext;
import org.dlpixel.core.network.ModelMetadata;
import org.dlpixel.core.network.PixelModel;
import org.dlpixel.core.network.UNetSettings;
import org.dlpixel.core.train.TrainingResult;
import org.dlpixel.core.train.course.Assessment;
import org.dlpixel.core.train.course.Course;
import org.dlpixel.core.train.course.CourseResult;
import org.dlpixel.core.train.data.RegionCutter;
import org.dlpixel.core.train.data.TrainingData;
import org.dlpixel.core.train.data.TrainingVolume;
import org.dlpixel.core.train.settings.TrainingSettings;
import org.dlpixel.nodes.convert.KnimeProgress;
import org.dlpixel.nodes.convert.NodeBody;
import org.dlpixel.nodes.convert.RegionTable;
import org.dlpixel.nodes.convert.Warnings;
import org.dlpixel.nodes.port.NativeLibrary;
import org.dlpixel.nodes.port.UNetModelPortObject;
import org.dlpixel.nodes.port.UNetModelSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** One execution of the U-Net Learner. */
final class Learning {

    private final UNetLearnerParameters parameters;
    private final ExecutionContext exec;
    private final Warnings warnings = new Warnings();

    Learning(UNetLearnerParameters parameters, ExecutionContext exec) {
        this.parameters = parameters;
        this.exec = exec;
    }

    void run(ExecuteInput in, ExecuteOutput out) throws IOException, KNIMEException {
        RegionTable.Content content = regions(in.getInTable(LearnerPorts.REGIONS));
        Optional<UNetModelPortObject> start = start(in);
        Optional<PixelModel> model = start.map(UNetModelPortObject::model);
        ClassList classes =
                model.map(m -> StartModel.classes(m.metadata(), content)).orElse(content.classes());
        TrainingData data = data(in, content, classes, model.map(PixelModel::metadata));
        CourseResult course = train(data, model);
        TrainingResult result = course.training();
        UNetModelSpec spec =
                start.map(UNetModelPortObject::getSpec).orElseGet(parameters::modelSpec);
        out.setOutData(
                UNetModelPortObject.create(result.model(), spec, exec),
                HistoryTable.of(result.history(), exec),
                HistoryTable.curve(
                        result.history(),
                        course.assessment().map(Assessment::calibration),
                        classes,
                        exec),
                ValidationPictures.of(course.examined(), classes, data.context(), exec));
        warnings.addAll(result.warnings());
        warnings.leftOut(content.skipped(), "without an image or labels");
        warnings.show(out);
    }

    private TrainingData data(
            ExecuteInput in,
            RegionTable.Content content,
            ClassList classes,
            Optional<ModelMetadata> start)
            throws KNIMEException {
        Normalization normalization =
                start.map(ModelMetadata::normalization).orElseGet(parameters::normalization);
        SliceContext context = start.map(ModelMetadata::context).orElseGet(parameters::context);
        LearnerPorts.requireVolumes(in.getPortsConfiguration(), context);
        List<TrainingVolume> volumes = volumes(in, normalization);
        RegionsInput input = new RegionsInput(normalization, warnings);
        RegionCutter cutter = new RegionCutter(normalization, context, volumes);
        List<LabelledRegion> regions =
                cutter.cut(
                        input.regions(content.entries(), volumes),
                        new KnimeProgress(exec).part(0, 0));
        warnings.addAll(cutter.warnings());
        return new TrainingData(regions, classes, normalization, context, volumes);
    }

    private RegionTable.Content regions(BufferedDataTable table) throws KNIMEException {
        RegionTable.ImageColumns columns =
                NodeBody.checked(() -> parameters.columns(table.getDataTableSpec()));
        RegionTable.Content content = RegionTable.read(table, columns);
        if (content.entries().isEmpty()) {
            throw new InvalidInput(
                    "Nothing to learn from: the table of labelled regions has "
                            + (table.size() == 0
                                    ? "no rows."
                                    : "no row with both an image and labels."));
        }
        return content;
    }

    private List<TrainingVolume> volumes(ExecuteInput in, Normalization normalization)
            throws KNIMEException {
        OptionalInt port = LearnerPorts.volumes(in.getPortsConfiguration());
        if (port.isEmpty()) {
            return List.of();
        }
        BufferedDataTable table = in.getInTable(port.getAsInt());
        int column = NodeBody.checked(() -> VolumesInput.column(table.getDataTableSpec()));
        return new VolumesInput(normalization, new KnimeProgress(exec).part(0, 0), warnings)
                .read(table, column);
    }

    private static Optional<UNetModelPortObject> start(ExecuteInput in) {
        OptionalInt port = LearnerPorts.start(in.getPortsConfiguration());
        return port.isPresent()
                ? Optional.of(in.<UNetModelPortObject>getInPortObject(port.getAsInt()))
                : Optional.empty();
    }

    private CourseResult train(TrainingData data, Optional<PixelModel> start) {
        NativeLibrary.locate();
        UNetSettings network =
                start.map(m -> m.metadata().network())
                        .orElseGet(
                                () ->
                                        parameters
                                                .network()
                                                .withInputChannels(channels(data))
                                                .withClasses(data.classes().size()));
        TrainingSettings settings =
                parameters
                        .training(network)
                        .withExecution(
                                parameters.m_device.execution(parameters.m_threads, warnings));
        return new Course(
                        network,
                        settings,
                        parameters.augmentation(),
                        parameters.startCourse(network))
                .train(data, start, new KnimeProgress(exec));
    }

    private static int channels(TrainingData data) {
        return data.regions().get(0).image().channels();
    }
}
