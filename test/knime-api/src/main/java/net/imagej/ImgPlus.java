package net.imagej;

import java.util.Iterator;
import java.util.Map;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imagej.interval.AbstractCalibratedRealInterval;
import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.display.ColorTable;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.WrappedImg;

/** An image with axes, calibration, name and source; the pixels are those of the wrapped image. */
public class ImgPlus<T> extends AbstractCalibratedRealInterval<CalibratedAxis>
        implements Img<T>, WrappedImg<T>, ImgPlusMetadata {
    private final Img<T> img;
    private final ImageAttributes attributes = new ImageAttributes();
    private String name;
    private String source = "";

    /** An image named "Untitled" with default axes. */
    public ImgPlus(Img<T> img) {
        this(img, "Untitled");
    }

    /** An image with default axes: X, Y, then unknown ones. */
    public ImgPlus(Img<T> img, String name) {
        this(img, name, DefaultAxes.of(img.numDimensions()));
    }

    /** An image with these axes, one per dimension. */
    public ImgPlus(Img<T> img, String name, AxisType[] axes) {
        this(img, name, DefaultAxes.of(axes));
    }

    /** An image with these axes and the pixels' sizes along them. */
    public ImgPlus(Img<T> img, String name, AxisType[] axes, double[] scales) {
        this(img, name, axes, scales, new String[axes.length]);
    }

    /** An image with these axes, the pixels' sizes along them, and their units. */
    public ImgPlus(Img<T> img, String name, AxisType[] axes, double[] scales, String[] units) {
        this(img, name, DefaultAxes.of(axes, scales, units));
    }

    /** An image with these axes, one per dimension. */
    public ImgPlus(Img<T> img, String name, CalibratedAxis... axes) {
        super(img, axes);
        this.img = img;
        this.name = name;
    }

    /** An image with a copy of the metadata of another one. */
    public ImgPlus(Img<T> img, ImgPlusMetadata metadata) {
        this(img, metadata.getName(), DefaultAxes.copyOf(metadata));
        source = metadata.getSource();
        attributes.copyFrom(metadata);
    }

    /** The image itself if it has metadata, else the image with default metadata. */
    public static <T> ImgPlus<T> wrap(Img<T> img) {
        return img instanceof ImgPlus<T> already ? already : new ImgPlus<>(img);
    }

    /** The image with a copy of the metadata of another one. */
    public static <T> ImgPlus<T> wrap(Img<T> img, ImgPlusMetadata metadata) {
        return new ImgPlus<>(img, metadata);
    }

    @Override
    public Img<T> getImg() {
        return img;
    }

    @Override
    public ImgPlus<T> copy() {
        return new ImgPlus<>(img.copy(), this);
    }

    @Override
    public ImgFactory<T> factory() {
        return img.factory();
    }

    @Override
    public RandomAccess<T> randomAccess() {
        return img.randomAccess();
    }

    @Override
    public RandomAccess<T> randomAccess(Interval interval) {
        return img.randomAccess(interval);
    }

    @Override
    public Cursor<T> cursor() {
        return img.cursor();
    }

    @Override
    public Cursor<T> localizingCursor() {
        return img.localizingCursor();
    }

    @Override
    public Iterator<T> iterator() {
        return img.iterator();
    }

    @Override
    public T firstElement() {
        return img.firstElement();
    }

    @Override
    public long size() {
        return img.size();
    }

    @Override
    public Object iterationOrder() {
        return img.iterationOrder();
    }

    @Override
    public long dimension(int d) {
        return img.dimension(d);
    }

    @Override
    public long min(int d) {
        return img.min(d);
    }

    @Override
    public long max(int d) {
        return img.max(d);
    }

    @Override
    public double realMin(int d) {
        return img.realMin(d);
    }

    @Override
    public double realMax(int d) {
        return img.realMax(d);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String newName) {
        name = newName;
    }

    @Override
    public String getSource() {
        return source;
    }

    @Override
    public void setSource(String newSource) {
        source = newSource;
    }

    @Override
    public Map<String, Object> getProperties() {
        return attributes.getProperties();
    }

    @Override
    public int getValidBits() {
        return attributes.getValidBits();
    }

    @Override
    public void setValidBits(int bits) {
        attributes.setValidBits(bits);
    }

    @Override
    public double getChannelMinimum(int channel) {
        return attributes.getChannelMinimum(channel);
    }

    @Override
    public void setChannelMinimum(int channel, double minimum) {
        attributes.setChannelMinimum(channel, minimum);
    }

    @Override
    public double getChannelMaximum(int channel) {
        return attributes.getChannelMaximum(channel);
    }

    @Override
    public void setChannelMaximum(int channel, double maximum) {
        attributes.setChannelMaximum(channel, maximum);
    }

    @Override
    public int getCompositeChannelCount() {
        return attributes.getCompositeChannelCount();
    }

    @Override
    public void setCompositeChannelCount(int count) {
        attributes.setCompositeChannelCount(count);
    }

    @Override
    public ColorTable getColorTable(int index) {
        return attributes.getColorTable(index);
    }

    @Override
    public void setColorTable(ColorTable table, int index) {
        attributes.setColorTable(table, index);
    }

    @Override
    public void initializeColorTables(int count) {
        attributes.initializeColorTables(count);
    }

    @Override
    public int getColorTableCount() {
        return attributes.getColorTableCount();
    }
}
