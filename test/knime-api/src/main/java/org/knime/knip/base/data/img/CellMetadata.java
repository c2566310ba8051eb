package org.knime.knip.base.data.img;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.imagej.ImgPlusMetadata;
import net.imagej.axis.CalibratedAxis;
import net.imagej.space.AbstractCalibratedSpace;
import net.imglib2.display.ColorTable;

/** What a cell knows of its image; how the image is shown is not among it. */
final class CellMetadata extends AbstractCalibratedSpace<CalibratedAxis>
        implements ImgPlusMetadata {
    private final String name;
    private final String source;
    private final Map<String, Object> properties;

    CellMetadata(
            List<CalibratedAxis> axes, String name, String source, Map<String, Object> properties) {
        super(axes);
        this.name = name;
        this.source = source;
        this.properties = new HashMap<>(properties);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String newName) {
        throw unchangeable();
    }

    @Override
    public String getSource() {
        return source;
    }

    @Override
    public void setSource(String newSource) {
        throw unchangeable();
    }

    @Override
    public Map<String, Object> getProperties() {
        return properties;
    }

    @Override
    public int getValidBits() {
        return 0;
    }

    @Override
    public void setValidBits(int bits) {
        throw unchangeable();
    }

    @Override
    public double getChannelMinimum(int channel) {
        return Double.NaN;
    }

    @Override
    public void setChannelMinimum(int channel, double minimum) {
        throw unchangeable();
    }

    @Override
    public double getChannelMaximum(int channel) {
        return Double.NaN;
    }

    @Override
    public void setChannelMaximum(int channel, double maximum) {
        throw unchangeable();
    }

    @Override
    public int getCompositeChannelCount() {
        return 1;
    }

    @Override
    public void setCompositeChannelCount(int count) {
        throw unchangeable();
    }

    @Override
    public ColorTable getColorTable(int index) {
        return null;
    }

    @Override
    public void setColorTable(ColorTable table, int index) {
        throw unchangeable();
    }

    @Override
    public void initializeColorTables(int count) {
        throw unchangeable();
    }

    @Override
    public int getColorTableCount() {
        return 0;
    }

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("metadata of a cell cannot be changed");
    }
}
