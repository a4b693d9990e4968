package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.settings.ConflictingSettingsException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeCompressionTest {
    @ParameterizedTest
    @CsvSource({"snappy, org.xerial.snappy.tempdir", "zstd, ZstdTempFolder"})
    void aLibraryThatDoesNotLoadIsNamedWithItsDirectoryAndTheRemedy(String compression, String property) {
        var failure = new UnsatisfiedLinkError("failed to map segment from shared object");

        assertThatThrownBy(() -> NativeCompression.require(compression, name -> {
                    throw failure;
                }))
                .isInstanceOf(ConflictingSettingsException.class)
                .hasMessageStartingWith("webhooks.fanout.compression is " + compression)
                .hasMessageContaining(System.getProperty("java.io.tmpdir"))
                .hasMessageContaining("-D" + property)
                .hasCause(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "lz4"})
    void whatJavaCanDoLoadsNothing(String compression) {
        List<String> initialised = new ArrayList<>();

        NativeCompression.require(compression, initialised::add);

        assertThat(initialised).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd"})
    void theClassesAreThere(String compression) {
        NativeCompression.require(compression);
    }
}
