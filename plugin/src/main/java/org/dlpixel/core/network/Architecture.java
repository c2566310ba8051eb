package org.dlpixel.core.network;

/** The networks that can be built. */
public enum Architecture {

    /**
     * Residual U-Net as MONAI builds it ({@code monai.networks.nets.UNet}, after Kerfoot et al.
     * 2018, "Left-ventricle quantification using residual U-Net"): strided convolutions down,
     * transposed convolutions up, residual units, batch norm. The first layer strides already, so
     * there is no full-resolution skip.
     */
    RESIDUAL_UNET("Residual U-Net") {
        @Override
        void build(UNetSettings settings, NetworkBuilder builder) {
            new ResidualUNet(settings, builder).build();
        }

        @Override
        Span inputFor(UNetSettings settings, Span output) {
            return ResidualUNet.inputFor(settings, output);
        }
    };

    private final String title;

    Architecture(String title) {
        this.title = title;
    }

    /** The name that users see. */
    public String title() {
        return title;
    }

    /** Adds the modules and the code of {@code forward}. */
    abstract void build(UNetSettings settings, NetworkBuilder builder);

    /** The input pixels along one axis that can influence an interval of output pixels. */
    abstract Span inputFor(UNetSettings settings, Span output);
}
