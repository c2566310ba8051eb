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

        @Override
        int features(UNetSettings settings, int level) {
            return settings.baseFeatures() << Math.max(0, level - 1);
        }

        /** Features at half the resolution; at the full one, logits in blocks of 16 channels. */
        @Override
        long floatsPerPixel(UNetSettings settings) {
            int logits = 16 + 3 * settings.classes();
            return 2L * settings.baseFeatures() + settings.inputChannels() + logits;
        }
    },

    /**
     * U-Net with a skip at full resolution (Ronneberger et al. 2015, "U-Net"): double convolutions,
     * max pooling down, transposed convolutions up. Keeps thin structures that the residual one
     * loses, and takes more time. At depth 4 it is MONAI's {@code BasicUNet}, with the same
     * state_dict keys.
     */
    U_NET("U-Net") {
        @Override
        void build(UNetSettings settings, NetworkBuilder builder) {
            new FullResolutionUNet(settings, builder).build();
        }

        @Override
        Span inputFor(UNetSettings settings, Span output) {
            return FullResolutionUNet.inputFor(settings, output);
        }

        @Override
        int features(UNetSettings settings, int level) {
            return FullResolutionUNet.features(settings, level);
        }

        /** The finest level's concatenation, 3 f, its parts, and the convolution that reads it. */
        @Override
        long floatsPerPixel(UNetSettings settings) {
            return 13L * settings.baseFeatures() + settings.inputChannels() + settings.classes();
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

    /** About how many floats per pixel of the image are in memory at once in prediction. */
    abstract long floatsPerPixel(UNetSettings settings);

    /** Feature channels of level 0 (the finest) to depth. */
    abstract int features(UNetSettings settings, int level);
}
