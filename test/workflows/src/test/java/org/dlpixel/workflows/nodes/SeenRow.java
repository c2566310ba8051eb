package org.dlpixel.workflows.nodes;

import java.util.LinkedHashMap;
import java.util.Map;
import net.imagej.ImgPlus;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.knip.base.data.img.ImgPlusValue;

/**
 * What was in a row.
 *
 * @param key its name
 * @param texts every cell as text, "?" where it is missing
 * @param images the pixels of its images, by column
 */
public record SeenRow(String key, Map<String, String> texts, Map<String, Pixels> images) {

    /**
     * An image.
     *
     * @param size extent along every axis, x first, e.g. {@code 12 x 10}
     * @param values x fastest
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
    public record Pixels(String size, float[] values) {}

    static SeenRow of(DataTableSpec spec, DataRow row) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Pixels> images = new LinkedHashMap<>();
        for (int c = 0; c < spec.getNumColumns(); c++) {
            DataCell cell = row.getCell(c);
            String name = spec.getColumnSpec(c).getName();
            texts.put(name, cell.isMissing() ? "?" : cell.toString());
            if (cell instanceof ImgPlusValue<?> image) {
                images.put(name, pixels(image.getImgPlus()));
            }
        }
        return new SeenRow(row.getKey().getString(), texts, images);
    }

    private static Pixels pixels(ImgPlus<? extends RealType<?>> image) {
        StringBuilder size = new StringBuilder();
        int count = 1;
        for (int d = 0; d < image.numDimensions(); d++) {
            size.append(d == 0 ? "" : " x ").append(image.dimension(d));
            count *= Math.toIntExact(image.dimension(d));
        }
        float[] values = new float[count];
        Cursor<? extends RealType<?>> cursor = image.cursor();
        for (int i = 0; i < count; i++) {
            values[i] = cursor.next().getRealFloat();
        }
        return new Pixels(size.toString(), values);
    }
}
