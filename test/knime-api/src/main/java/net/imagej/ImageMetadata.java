package net.imagej;

import java.util.Map;
import net.imglib2.display.ColorTable;

/** How an image is shown, and what else is known of it. */
public interface ImageMetadata {
    /** Number of bits that the pixels use, 0 if unknown. */
    int getValidBits();

    /** Changes the number of bits that the pixels use. */
    void setValidBits(int bits);

    /** Smallest value shown of a channel, NaN if unknown. */
    double getChannelMinimum(int channel);

    /** Changes the smallest value shown of a channel. */
    void setChannelMinimum(int channel, double minimum);

    /** Largest value shown of a channel, NaN if unknown. */
    double getChannelMaximum(int channel);

    /** Changes the largest value shown of a channel. */
    void setChannelMaximum(int channel, double maximum);

    /** Number of channels shown together. */
    int getCompositeChannelCount();

    /** Changes the number of channels shown together. */
    void setCompositeChannelCount(int count);

    /** A colour table, or null. */
    ColorTable getColorTable(int index);

    /** Changes a colour table. */
    void setColorTable(ColorTable table, int index);

    /** Makes room for colour tables. */
    void initializeColorTables(int count);

    /** Number of colour tables. */
    int getColorTableCount();

    /** Whatever else is known, to be changed by anyone. */
    Map<String, Object> getProperties();
}
