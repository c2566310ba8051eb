package org.dlpixel.core.io;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.image.VoxelSize;

/**
 * The OME-XML of an OME-TIFF (schema 2016-06): extents, order of the planes and voxel size of its
 * first image. Its planes must lie in one file, in the order that {@code DimensionOrder} states.
 */
final class OmeDescription {

    private OmeDescription() {}

    /**
     * @throws Unreadable if the XML is broken, or planes lie elsewhere or out of order
     */
    static StackDescription parse(String text, TiffPage page) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            try {
                return firstPixels(xml, page);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("its OME-XML cannot be understood: " + e.getMessage(), e);
        }
    }

    /** Neither a document type nor anything outside the text is ever read. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static StackDescription firstPixels(XMLStreamReader xml, TiffPage page)
            throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && isNamed(xml, "Pixels")) {
                PageOrder order = order(xml, page);
                VoxelSize voxelSize = voxelSize(xml);
                requireNaturalOrder(xml, order);
                return new StackDescription(Optional.of(order), voxelSize);
            }
        }
        return StackDescription.NONE;
    }

    /** {@code DimensionOrder} names the fastest axis first; X and Y are its first two. */
    private static PageOrder order(XMLStreamReader pixels, TiffPage page) {
        String stated = attribute(pixels, "DimensionOrder", "XYCZT");
        if (!stated.matches("XY[CZT]{3}")) {
            throw new Unreadable("its OME-XML has the unknown DimensionOrder " + stated);
        }
        String axes = new StringBuilder(stated.substring(2)).reverse().toString();
        List<Integer> sizes = new ArrayList<>();
        for (int a = 0; a < axes.length(); a++) {
            char axis = axes.charAt(a);
            int size = Math.max(1, (int) number(pixels, "Size" + axis, 1));
            sizes.add(axis == 'C' ? Math.max(1, size / page.samples()) : size);
        }
        return new PageOrder(axes, sizes);
    }

    private static VoxelSize voxelSize(XMLStreamReader pixels) {
        return space(pixels)
                .withTime(
                        TimeUnits.timeStep(
                                number(pixels, "TimeIncrement", 0),
                                attribute(pixels, "TimeIncrementUnit", TimeUnits.SECOND)));
    }

    private static VoxelSize space(XMLStreamReader pixels) {
        if (attribute(pixels, "PhysicalSizeX", "").isEmpty()) {
            return VoxelSize.UNKNOWN;
        }
        double x = number(pixels, "PhysicalSizeX", 1);
        double y = number(pixels, "PhysicalSizeY", x);
        double z = number(pixels, "PhysicalSizeZ", x);
        String unit = unit(pixels, "X");
        if (!Units.isLength(unit)) {
            return Units.voxelSize(x, y, z, unit);
        }
        return Units.voxelSize(
                Units.inMicrometres(x, unit),
                Units.inMicrometres(y, unit(pixels, "Y")),
                Units.inMicrometres(z, unit(pixels, "Z")),
                Units.MICROMETRE);
    }

    private static String unit(XMLStreamReader pixels, String axis) {
        return Units.normalise(attribute(pixels, "PhysicalSize" + axis + "Unit", Units.MICROMETRE));
    }

    private static void requireNaturalOrder(XMLStreamReader xml, PageOrder order)
            throws XMLStreamException {
        Set<String> files = new HashSet<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && isNamed(xml, "Pixels")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && isNamed(xml, "TiffData")) {
                requirePlace(xml, order);
            }
            if (event == XMLStreamConstants.START_ELEMENT && isNamed(xml, "UUID")) {
                files.add(attribute(xml, "FileName", ""));
                if (files.size() > 1) {
                    throw new Unreadable(
                            "its planes are spread over several files, "
                                    + String.join(", ", files));
                }
            }
        }
    }

    private static void requirePlace(XMLStreamReader tiffData, PageOrder order) {
        int first = (int) number(tiffData, "IFD", -1);
        if (first < 0) {
            return;
        }
        int page = 0;
        for (int a = 0; a < order.axes().length(); a++) {
            int at = (int) number(tiffData, "First" + order.axes().charAt(a), 0);
            page = page * order.sizes().get(a) + at;
        }
        if (page != first) {
            throw new Unreadable(
                    "its OME-XML puts plane " + page + " on page " + first + ", out of order");
        }
    }

    private static boolean isNamed(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name);
    }

    private static double number(XMLStreamReader xml, String name, double fallback) {
        try {
            return Double.parseDouble(attribute(xml, name, String.valueOf(fallback)));
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    private static String attribute(XMLStreamReader xml, String name, String fallback) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? fallback : value.strip();
    }
}
