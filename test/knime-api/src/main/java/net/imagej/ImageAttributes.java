package net.imagej;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.display.ColorTable;

/** Keeps image metadata in fields. */
final class ImageAttributes implements ImageMetadata {
    private final List<ColorTable> tables = new ArrayList<>();
    private final Map<Integer, Double> minima = new HashMap<>();
    private final Map<Integer, Double> maxima = new HashMap<>();
    private final Map<String, Object> properties = new HashMap<>();
    private int validBits;
    private int compositeChannels = 1;

    void copyFrom(ImageMetadata other) {
        validBits = other.getValidBits();
        compositeChannels = other.getCompositeChannelCount();
        for (int i = 0; i < other.getColorTableCount(); i++) {
            setColorTable(other.getColorTable(i), i);
        }
        for (int i = 0; i < compositeChannels; i++) {
            setChannelMinimum(i, other.getChannelMinimum(i));
            setChannelMaximum(i, other.getChannelMaximum(i));
        }
        properties.putAll(other.getProperties());
    }

    @Override
    public int getValidBits() {
        return validBits;
    }

    @Override
    public void setValidBits(int bits) {
        validBits = bits;
    }

    @Override
    public double getChannelMinimum(int channel) {
        return minima.getOrDefault(channel, Double.NaN);
    }

    @Override
    public void setChannelMinimum(int channel, double minimum) {
        minima.put(channel, minimum);
    }

    @Override
    public double getChannelMaximum(int channel) {
        return maxima.getOrDefault(channel, Double.NaN);
    }

    @Override
    public void setChannelMaximum(int channel, double maximum) {
        maxima.put(channel, maximum);
    }

    @Override
    public int getCompositeChannelCount() {
        return compositeChannels;
    }

    @Override
    public void setCompositeChannelCount(int count) {
        compositeChannels = count;
    }

    @Override
    public ColorTable getColorTable(int index) {
        return index < tables.size() ? tables.get(index) : null;
    }

    @Override
    public void setColorTable(ColorTable table, int index) {
        initializeColorTables(index + 1);
        tables.set(index, table);
    }

    @Override
    public void initializeColorTables(int count) {
        while (tables.size() < count) {
            tables.add(null);
        }
    }

    @Override
    public int getColorTableCount() {
        return tables.size();
    }

    @Override
    public Map<String, Object> getProperties() {
        return properties;
    }
}
