package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.settings.ConflictingSettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Loads the library that compresses deliveries' records, at the start: it is unpacked into a temporary directory, and where that
 * is mounted noexec every batch would fail instead, the first one long after the start.
 */
final class NativeCompression {
    private static final String TEMPORARY = "java.io.tmpdir";

    /** A compression of Kafka that has no code in Java. */
    private enum Library {
        SNAPPY("snappy", "org.xerial.snappy.Snappy", "org.xerial.snappy.tempdir"),
        ZSTD("zstd", "com.github.luben.zstd.Zstd", "ZstdTempFolder");

        private final String compression;
        private final String className;
        private final String property;

        Library(String compression, String className, String property) {
            this.compression = compression;
            this.className = className;
            this.property = property;
        }
    }

    private NativeCompression() {}

    /** Initialises a class, and thereby loads its library. */
    @FunctionalInterface
    interface Initialise {
        void run(String className) throws ClassNotFoundException;
    }

    static void require(String compression) {
        require(compression, Class::forName);
    }

    /** @throws ConflictingSettingsException when the compression's library does not load */
    static void require(String compression, Initialise initialise) {
        for (Library library : Library.values()) {
            if (library.compression.equals(compression)) {
                load(library, initialise);
            }
        }
    }

    private static void load(Library library, Initialise initialise) {
        try {
            initialise.run(library.className);
        } catch (ClassNotFoundException | Error e) {
            // snappy-java has an Error of its own.
            ConflictingSettingsException refusal = new ConflictingSettingsException(
                    "webhooks.fanout.compression is %s, whose native library cannot be loaded from %s: mount that directory"
                                    .formatted(library.compression, directory(library))
                            + " with exec, name another one with -D%s=…, or set webhooks.fanout.compression=lz4"
                                    .formatted(library.property));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static @Nullable String directory(Library library) {
        return System.getProperty(library.property, System.getProperty(TEMPORARY));
    }
}
