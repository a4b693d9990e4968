package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.ApiError;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An import that was read and checked, kept in a file that is deleted when this is closed. */
final class ImportSpool implements AutoCloseable {
    private final Path file;
    private final RegistryProperties properties;

    private ImportSpool(Path file, RegistryProperties properties) {
        this.file = file;
        this.properties = properties;
    }

    static ImportSpool create(RegistryProperties properties) throws IOException {
        return new ImportSpool(Files.createTempFile("operators", ".ndjson"), properties);
    }

    /** @throws ApiError at the first line that is not an operator */
    void fill(InputStream body) throws IOException {
        try (OutputStream copy = new BufferedOutputStream(Files.newOutputStream(file))) {
            ImportLines lines = new ImportLines(new Copying(body, copy), properties);
            while (lines.next().isPresent()) {
                // Reading is all: the lines are checked and copied.
            }
        }
    }

    /** One after the other in batches of at most this size. */
    void read(int batchSize, Batch batch) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ImportLines lines = new ImportLines(in, properties);
            List<NumberedOperator> read = new ArrayList<>(batchSize);
            for (Optional<ImportedOperator> line = lines.next(); line.isPresent(); line = lines.next()) {
                read.add(new NumberedOperator(lines.number(), line.get()));
                if (read.size() == batchSize) {
                    batch.take(read);
                    read.clear();
                }
            }
            batch.take(read);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Takes some lines, which may not be kept. */
    interface Batch {
        void take(List<NumberedOperator> lines);
    }

    /** An operator and the line that it came in. */
    record NumberedOperator(long line, ImportedOperator operator) {}

    /** Writes down what is read through it. */
    private static final class Copying extends FilterInputStream {
        private final OutputStream copy;

        Copying(InputStream in, OutputStream copy) {
            super(in);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                copy.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count > 0) {
                copy.write(bytes, from, count);
            }
            return count;
        }
    }
}
