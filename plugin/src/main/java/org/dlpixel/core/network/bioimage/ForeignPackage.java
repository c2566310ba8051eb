package org.dlpixel.core.network.bioimage;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.dlpixel.core.image.PixelClassificationException.Unreadable;
import org.dlpixel.core.network.ChannelMeaning;
import org.dlpixel.core.network.ForeignMetadata;
import org.dlpixel.core.network.ForeignModel;
import org.dlpixel.core.network.InputSize;

/**
 * A package that another program made: specification 0.4 or 0.5, one two-dimensional input and
 * output of the same size, TorchScript weights in the package. What else it asks for is refused.
 */
final class ForeignPackage implements PackageContent {

    static final long MAX_WEIGHT_BYTES = 1 << 30;
    private static final long MAX_EXAMPLE_BYTES = 1 << 26;
    private static final String TORCH_SCRIPT = "torchscript";

    private final PackageFile zip;
    private final Field rdf;

    ForeignPackage(PackageFile zip, Field rdf) {
        this.zip = zip;
        this.rdf = rdf;
    }

    @Override
    public ForeignMetadata info() throws IOException {
        try {
            weightsFile();
            return metadata();
        } catch (InvalidInput | Unreadable e) {
            throw new Unreadable(
                    "Another program made it, and it cannot be used here: " + e.getMessage(), e);
        }
    }

    @Override
    public ForeignModel model() throws IOException {
        ForeignMetadata metadata = info();
        String file = weightsFile();
        byte[] archive = zip.read(file, MAX_WEIGHT_BYTES);
        Optional<String> hash = weights().get("sha256").optionalText();
        if (hash.isPresent() && !hash.get().equalsIgnoreCase(Sha256.of(archive))) {
            throw new Unreadable(
                    file + " is damaged: its SHA-256 is not the one of the description.");
        }
        return new ForeignModel(metadata, archive);
    }

    private Field weights() {
        return rdf.get("weights").get(TORCH_SCRIPT);
    }

    private String weightsFile() {
        if (!weights().isPresent()) {
            throw new Unreadable(
                    "its weights are " + rdf.get("weights").keys() + ", not " + TORCH_SCRIPT + ".");
        }
        Field source = weights().get("source");
        String name = PackageFile.local(source.text());
        if (!zip.has(name)) {
            throw source.illegal("a file of the package");
        }
        return name;
    }

    private ForeignMetadata metadata() throws IOException {
        TensorReader tensors = TensorReader.of(rdf);
        ForeignTensor input = tensors.input();
        ForeignTensor output = tensors.output(input);
        OutputMeaning reading = new OutputMeaning(output, example(output));
        ChannelMeaning meaning = reading.meaning();
        return new ForeignMetadata(
                rdf.get("name").text(),
                reading.classes(meaning),
                input.channels(),
                input.processing(),
                output.processing(),
                meaning,
                reading.background(),
                size(output.height()),
                size(output.width()));
    }

    private static InputSize size(ForeignTensor.Extent extent) {
        return new InputSize(extent.min(), extent.step(), extent.halo());
    }

    /** The test output, if it can be read and belongs to such a network. */
    private Optional<float[]> example(ForeignTensor output) throws IOException {
        String name = PackageFile.local(output.test().orElse(""));
        if (!zip.has(name) || zip.size(name) > MAX_EXAMPLE_BYTES) {
            return Optional.empty();
        }
        return Npy.read(zip.read(name, MAX_EXAMPLE_BYTES))
                .filter(array -> array.shape().size() == 4)
                .filter(array -> array.shape().subList(0, 2).equals(List.of(1, output.channels())))
                .map(Npy.Array::values);
    }
}
