package org.knime.knip.base.data.img;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.imagej.ImgPlus;
import net.imagej.ImgPlusMetadata;
import net.imagej.axis.Axes;
import net.imagej.axis.CalibratedAxis;
import net.imagej.axis.DefaultLinearAxis;
import net.imglib2.img.Img;

/**
 * All that a cell keeps of an image but its pixels. Units and origins of axes are not among it: the
 * real cells lose them.
 */
record ImgHeader(
        PixelLayout layout,
        PixelKind kind,
        List<Dimension> axes,
        String name,
        String source,
        Map<String, Object> properties) {
    ImgHeader {
        axes = List.copyOf(axes);
        properties = Map.copyOf(properties);
        properties.forEach(ImgHeader::checkProperty);
    }

    /** One axis: number of pixels, label of its type, size of a pixel along it. */
    record Dimension(long size, String label, double scale) {}

    static ImgHeader of(ImgPlus<?> image) {
        Img<?> pixels = image.getImg();
        PixelLayout layout = PixelLayout.of(pixels);
        if (pixels.size() == 0) {
            throw new IllegalArgumentException("illegal image: empty, must have pixels");
        }
        List<Dimension> axes =
                IntStream.range(0, image.numDimensions())
                        .mapToObj(d -> dimension(image, d))
                        .toList();
        return new ImgHeader(
                layout,
                PixelKind.of(pixels.firstElement()),
                axes,
                text(image.getName()),
                text(image.getSource()),
                new TreeMap<>(image.getProperties()));
    }

    private static Dimension dimension(ImgPlus<?> image, int d) {
        CalibratedAxis axis = image.axis(d);
        return new Dimension(image.dimension(d), axis.type().getLabel(), axis.averageScale(0, 1));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static void checkProperty(String key, Object value) {
        if (!HeaderFormat.canWrite(value)) {
            throw new IllegalArgumentException(
                    "illegal image property '%s': %s, must be a text, number or truth value"
                            .formatted(key, value.getClass().getName()));
        }
    }

    long[] dimensions() {
        return axes.stream().mapToLong(Dimension::size).toArray();
    }

    /** Size of the pixels' file. */
    long bytes() {
        return axes.stream().mapToLong(Dimension::size).reduce(kind.bytes(), Math::multiplyExact);
    }

    ImgPlusMetadata metadata() {
        return new CellMetadata(
                axes.stream().map(ImgHeader::axis).toList(), name, source, properties);
    }

    private static CalibratedAxis axis(Dimension axis) {
        return new DefaultLinearAxis(Axes.get(axis.label()), axis.scale());
    }

    @Override
    public String toString() {
        String sizes =
                axes.stream()
                        .map(axis -> axis.label() + "=" + axis.size())
                        .collect(Collectors.joining(", "));
        return "Image '%s' (%s, %s)".formatted(name, sizes, kind.type().getSimpleName());
    }
}
