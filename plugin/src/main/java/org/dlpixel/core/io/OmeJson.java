package org.dlpixel.core.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dlpixel.core.image.TimeStep;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.StackTarget.Intensities;
import org.dlpixel.core.io.StackTarget.Labels;
import org.dlpixel.core.io.StackTarget.Named;
import org.dlpixel.core.io.zarr.ZarrVersion;

/**
 * The attributes of OME-Zarr groups, versions 0.4 (in Zarr 2) and 0.5 (in Zarr 3).
 *
 * @param version decides the version of OME-Zarr
 * @param target what is written
 */
record OmeJson(ZarrVersion version, StackTarget target) {

    /** The name of the label image in the group {@code labels}. */
    static final String SEGMENTATION = "segmentation";

    /** Axes in the order in which they are written. */
    static List<String> axisNames(VolumeShape shape) {
        List<String> names = new ArrayList<>(List.of("z", "y", "x"));
        if (shape.channels() > 1) {
            names.add(0, "c");
        }
        if (shape.times() > 1) {
            names.add(0, "t");
        }
        return names;
    }

    /**
     * Attributes of the image.
     *
     * @param prefix before the numbers of the levels, which are the paths of their arrays
     */
    JsonObject image(String prefix) {
        JsonObject ome = multiscales(prefix);
        if (target.content() instanceof Intensities i && !i.channels().isEmpty()) {
            ome.add("omero", omero(i.channels()));
        }
        return wrap(ome);
    }

    /** Attributes of the group that lists the label images. */
    JsonObject labelList() {
        JsonObject ome = new JsonObject();
        JsonArray names = new JsonArray();
        names.add(SEGMENTATION);
        ome.add("labels", names);
        return wrap(ome);
    }

    /** Attributes of the label image. */
    JsonObject labelImage(Labels labels) {
        JsonObject ome = multiscales("");
        JsonArray colours = new JsonArray();
        JsonArray properties = new JsonArray();
        for (Named named : labels.classes()) {
            JsonObject colour = new JsonObject();
            colour.addProperty("label-value", named.value());
            colour.add("rgba", rgba(named));
            colours.add(colour);
            JsonObject property = new JsonObject();
            property.addProperty("label-value", named.value());
            property.addProperty("class", named.name());
            properties.add(property);
        }
        JsonObject source = new JsonObject();
        source.addProperty("image", "../../");
        JsonObject label = new JsonObject();
        if (version == ZarrVersion.V2) {
            label.addProperty("version", "0.4");
        }
        if (!colours.isEmpty()) {
            label.add("colors", colours);
            label.add("properties", properties);
        }
        label.add("source", source);
        ome.add("image-label", label);
        return wrap(ome);
    }

    private JsonObject wrap(JsonObject ome) {
        if (version == ZarrVersion.V2) {
            return ome;
        }
        JsonObject outer = new JsonObject();
        ome.addProperty("version", "0.5");
        outer.add("ome", ome);
        return outer;
    }

    private JsonObject multiscales(String prefix) {
        JsonObject image = new JsonObject();
        if (version == ZarrVersion.V2) {
            image.addProperty("version", "0.4");
        }
        image.addProperty("name", target.path().getFileName().toString());
        image.add("axes", axes());
        JsonArray datasets = new JsonArray();
        for (int level = 0; level < Pyramid.levels(target.shape()).size(); level++) {
            JsonObject dataset = new JsonObject();
            dataset.addProperty("path", prefix + level);
            dataset.add("coordinateTransformations", transformations(1L << level));
            datasets.add(dataset);
        }
        image.add("datasets", datasets);
        image.addProperty("type", target.content() instanceof Labels ? "majority" : "mean");
        JsonArray images = new JsonArray();
        images.add(image);
        JsonObject ome = new JsonObject();
        ome.add("multiscales", images);
        return ome;
    }

    private JsonArray axes() {
        JsonArray axes = new JsonArray();
        String unit = target.voxelSize().unit();
        String timeUnit = target.voxelSize().time().unit();
        for (String name : axisNames(target.shape())) {
            JsonObject axis = new JsonObject();
            axis.addProperty("name", name);
            String type = name.equals("c") ? "channel" : name.equals("t") ? "time" : "space";
            axis.addProperty("type", type);
            if (type.equals("space") && !unit.equals(Units.PIXEL)) {
                axis.addProperty("unit", Units.toOme(unit));
            }
            if (type.equals("time") && !timeUnit.equals(TimeStep.FRAME)) {
                axis.addProperty("unit", TimeUnits.toOme(timeUnit));
            }
            axes.add(axis);
        }
        return axes;
    }

    /**
     * A pixel of a smaller copy lies amid those that it stands for, the first slice where the
     * target says.
     */
    private JsonArray transformations(long factor) {
        VoxelSize v = target.voxelSize();
        double shift = (factor - 1) / 2.0;
        JsonArray all = new JsonArray();
        all.add(transformation("scale", v.time().step(), 1, v.z(), v.y() * factor, v.x() * factor));
        double z = target.firstZ();
        if (factor > 1 || z != 0) {
            all.add(transformation("translation", 0, 0, z, v.y() * shift, v.x() * shift));
        }
        return all;
    }

    private JsonObject transformation(
            String type, double t, double c, double z, double y, double x) {
        JsonArray values = new JsonArray();
        if (target.shape().times() > 1) {
            values.add(t);
        }
        if (target.shape().channels() > 1) {
            values.add(c);
        }
        values.add(z);
        values.add(y);
        values.add(x);
        JsonObject transformation = new JsonObject();
        transformation.addProperty("type", type);
        transformation.add(type, values);
        return transformation;
    }

    private JsonObject omero(List<Named> named) {
        double end = target.type().isFloat() ? 1 : target.type().max();
        JsonArray channels = new JsonArray();
        for (Named each : named) {
            JsonObject window = new JsonObject();
            window.addProperty("min", 0);
            window.addProperty("max", end);
            window.addProperty("start", 0);
            window.addProperty("end", end);
            JsonObject channel = new JsonObject();
            channel.addProperty("label", each.name());
            channel.addProperty("color", String.format(Locale.ROOT, "%06X", each.rgb() & 0xffffff));
            channel.addProperty("active", true);
            channel.add("window", window);
            channels.add(channel);
        }
        JsonObject omero = new JsonObject();
        omero.add("channels", channels);
        return omero;
    }

    /** Opaque, but for the value 0, behind which viewers show the image. */
    private static JsonArray rgba(Named named) {
        JsonArray rgba = new JsonArray();
        rgba.add(named.rgb() >> 16 & 0xff);
        rgba.add(named.rgb() >> 8 & 0xff);
        rgba.add(named.rgb() & 0xff);
        rgba.add(named.value() == 0 ? 0 : 0xff);
        return rgba;
    }
}
