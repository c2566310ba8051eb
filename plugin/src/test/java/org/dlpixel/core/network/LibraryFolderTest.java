package org.dlpixel.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dlpixel.core.image.PixelClassificationException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {

    @TempDir private Path folder;

    private Path torch(String name, String... more) throws IOException {
        Path path = Files.createDirectories(folder.resolve(name));
        Files.createFile(path.resolve(System.mapLibraryName("torch")));
        for (String library : more) {
            Files.createFile(path.resolve(System.mapLibraryName(library)));
        }
        return path;
    }

    @Test
    void cudaIsSeenFromTheLibrariesInTheFolder() throws IOException {
        assertThat(LibraryFolder.of(torch("cpu", "torch_cpu")).flavor()).isEqualTo("cpu");
        assertThat(LibraryFolder.of(torch("gpu", "torch_cpu", "torch_cuda")).flavor())
                .isEqualTo("cu128");
    }

    @Test
    void theFolderAboveWillDo() throws IOException {
        Path lib = torch("libtorch/lib");
        assertThat(LibraryFolder.of(folder.resolve("libtorch")).path()).isEqualTo(lib);
    }

    @Test
    void aFolderWithoutLibtorchIsNamed() {
        assertThatThrownBy(() -> LibraryFolder.of(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        Path lib = torch("libtorch/lib");
        Path version = folder.resolve("libtorch/build-version");
        Files.writeString(version, "2.7.1+cu128\n");
        assertThat(LibraryFolder.of(lib).path()).isEqualTo(lib);
        for (String other : new String[] {"2.7.0", "2.7.10+cu128", "2.8.0"}) {
            Files.writeString(version, other);
            assertThatThrownBy(() -> LibraryFolder.of(lib))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageEndingWith(other + ", must be 2.7.1.");
        }
    }

    @Test
    void theEnvironmentWinsOverThePropertyIfLibtorchIsThere() throws IOException {
        Path a = torch("a");
        Path b = torch("b");
        Optional<String> property = Optional.of(b.toString());
        assertThat(user(property, Map.of("PYTORCH_LIBRARY_PATH", a.toString()))).contains(a);
        assertThat(user(property, Map.of("PYTORCH_LIBRARY_PATH", folder.toString()))).contains(b);
        assertThat(user(property, Map.of())).contains(b);
        assertThat(user(Optional.empty(), Map.of())).isEmpty();
    }

    private static Optional<Path> user(Optional<String> property, Map<String, String> environment) {
        return LibraryFolder.ofUser(property, environment).map(LibraryFolder::path);
    }
}
