package org.dlpixel.nodes.predictor;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.dlpixel.nodes.convert.FileNames;

/** Where the results of one volume after the other are written; the same for the same volumes. */
final class ResultPaths {

    private final Path folder;
    private final String extension;
    private final Map<Product, FileNames> names = new EnumMap<>(Product.class);

    ResultPaths(OutputParameters output) {
        this.folder = output.format().isPresent() ? output.folder() : Path.of("");
        this.extension = output.format().map(format -> format.extension()).orElse("");
    }

    /** The next one, called as the source is, without its folder and extension. */
    Path of(Product product, String source) {
        String last = source.strip().replaceFirst("[/\\\\]+$", "").replaceFirst(".*[/\\\\]", "");
        String stem = last.replaceFirst("(?i)(\\.ome)?\\.(tiff?|zarr|btf|tf8|png|jpe?g|bmp)$", "");
        return folder.resolve(
                names.computeIfAbsent(product, p -> new FileNames())
                        .of("", stem, "_" + product.text() + extension));
    }
}
