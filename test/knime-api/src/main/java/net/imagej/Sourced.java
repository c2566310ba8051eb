package net.imagej;

/** Something that comes from somewhere. */
public interface Sourced {
    /** Where it comes from. */
    String getSource();

    /** Changes where it comes from. */
    void setSource(String source);
}
