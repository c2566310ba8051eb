package org.dlpixel.core.io;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dlpixel.core.image.PixelClassificationException;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.PixelType;
import org.dlpixel.core.image.SliceSource;
import org.dlpixel.core.image.VolumeShape;
import org.dlpixel.core.image.VoxelSize;
import org.dlpixel.core.io.zarr.ZarrArray;
import org.dlpixel.core.io.zarr.ZarrGroup;

/**
 * The full resolution of an OME-Zarr image (0.1 to 0.5), a label image among them, or a bare Zarr
 * array. Axes are found by name: {@code x} and {@code y} span a slice, {@code c} are channels,
 * {@code t} are time points, all others count the slices of a time point, the first slowest. Arrays
 * without names end in (z,) y, x.
 *
 * <p>Chunks that span several slices are kept in memory, up to 256 MB of them.
 */
final class OmeZarrStack implements SliceSource {

    private static final long CACHE_BYTES = 256L << 20;

    private final Path path;
    private final ZarrArray array;
    private final List<OmeAxis> axes;
    private final List<Integer> slicing = new ArrayList<>();
    private final List<Integer> full = new ArrayList<>();
    private final VolumeShape shape;

    /**
     * @throws Unreadable naming the folder and the reason
     */
    static OmeZarrStack open(Path path) {
        try {
            return new OmeZarrStack(path, image(path));
        } catch (IOException | PixelClassificationException e) {
            throw unreadable(path, "", e);
        }
    }

    private OmeZarrStack(Path path, Path image) throws IOException {
        this.path = path;
        if (ZarrArray.isArray(image)) {
            this.array = ZarrArray.open(image, CACHE_BYTES);
            this.axes = bareAxes();
        } else {
            OmeMultiscale multiscale = OmeMultiscale.parse(ZarrGroup.attributes(image));
            this.array = ZarrArray.open(image.resolve(multiscale.path()), CACHE_BYTES);
            this.axes = multiscale.axes();
        }
        if (axes.size() != array.shape().size()) {
            throw new Unreadable(
                    "it names " + axes.size() + " axes of an array with " + array.shape());
        }
        sortAxes();
        int slices = 1;
        for (int a : slicing) {
            slices = Math.multiplyExact(slices, array.shape().get(a));
        }
        this.shape = new VolumeShape(extent("x"), extent("y"), slices, extent("c"), extent("t"));
    }

    /** The group or array to open: the first image of a file that Bio-Formats converted. */
    private static Path image(Path path) throws IOException {
        if (ZarrArray.isArray(path)) {
            return path;
        }
        JsonObject attributes = ZarrGroup.attributes(path);
        if (OmeMultiscale.isIn(attributes)) {
            return path;
        }
        Path first = path.resolve("0");
        if (OmeMultiscale.ome(attributes).has("bioformats2raw.layout")
                && Files.isDirectory(first)) {
            return first;
        }
        throw new Unreadable(
                "it is a Zarr group without \"multiscales\"; name the image within it");
    }

    private List<OmeAxis> bareAxes() {
        int count = array.shape().size();
        List<String> names = array.names();
        if (names.size() != count || !names.containsAll(List.of("x", "y"))) {
            if (count < 2 || count > 3) {
                throw new Unreadable("its " + count + " axes have no names");
            }
            names = List.of("z", "y", "x").subList(3 - count, 3);
        }
        return names.stream().map(name -> new OmeAxis(name, Units.PIXEL, 1)).toList();
    }

    private void sortAxes() {
        for (String name : List.of("c", "y", "x")) {
            int a = find(name);
            if (a >= 0) {
                full.add(a);
            } else if (!name.equals("c")) {
                throw new Unreadable("it has no axis " + name);
            }
        }
        for (int a = 0; a < axes.size(); a++) {
            if (!full.contains(a)) {
                slicing.add(axes.get(a).name().equals("t") ? 0 : slicing.size(), a);
            }
        }
    }

    private int find(String name) {
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a).name().equals(name)) {
                return a;
            }
        }
        return -1;
    }

    /** 1 along an axis that there is not. */
    private int extent(String name) {
        int a = find(name);
        return a < 0 ? 1 : array.shape().get(a);
    }

    @Override
    public VolumeShape shape() {
        return shape;
    }

    @Override
    public PixelType pixelType() {
        return array.type();
    }

    @Override
    public VoxelSize voxelSize() {
        int t = find("t");
        return t < 0
                ? space()
                : space().withTime(TimeUnits.timeStep(axes.get(t).step(), axes.get(t).unit()));
    }

    /** In the unit of x, or in micrometres if the axes have different units. */
    private VoxelSize space() {
        OmeAxis x = axes.get(find("x"));
        OmeAxis y = axes.get(find("y"));
        OmeAxis z = find("z") < 0 ? x : axes.get(find("z"));
        if (x.unit().equals(y.unit()) && x.unit().equals(z.unit())) {
            return Units.voxelSize(x.step(), y.step(), z.step(), x.unit());
        }
        return Units.voxelSize(micrometres(x), micrometres(y), micrometres(z), Units.MICROMETRE);
    }

    private static double micrometres(OmeAxis axis) {
        return Units.inMicrometres(axis.step(), axis.unit());
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public void read(int slice, float[] target) {
        Objects.checkIndex(slice, shape.slices());
        Objects.checkFromIndexSize(0, shape.plane() * shape.channels(), target.length);
        int[] position = new int[axes.size()];
        int rest = slice;
        for (int i = slicing.size() - 1; i >= 0; i--) {
            int size = array.shape().get(slicing.get(i));
            position[slicing.get(i)] = rest % size;
            rest /= size;
        }
        PixelType type = array.type();
        try {
            array.read(
                    position,
                    full,
                    (chunk, first, jump, at, count) ->
                            PixelDecoder.decode(type, chunk, first, jump, target, at, count));
        } catch (IOException | PixelClassificationException e) {
            throw unreadable(path, ", slice " + slice, e);
        }
    }

    private static Unreadable unreadable(Path path, String where, Exception cause) {
        return new Unreadable(
                "Cannot read " + path + where + ": " + cause.getMessage() + ".", cause);
    }
}
