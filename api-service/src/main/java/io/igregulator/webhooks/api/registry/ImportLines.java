package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.api.web.JsonLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an import line by line, however long it is, and tells of a bad line which it was. Empty lines do not count. */
final class ImportLines {
    private final InputStream in;
    private final long maxBytes;
    private final int maxLineBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long bytes;
    private long number;

    ImportLines(InputStream in, RegistryProperties properties) {
        this.in = in;
        this.maxBytes = properties.maxImportSize().toBytes();
        this.maxLineBytes = Math.toIntExact(properties.maxLineSize().toBytes());
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * @return nothing at the end
     * @throws ApiError if the line is no operator, or the import too large
     */
    Optional<ImportedOperator> next() throws IOException {
        while (readLine()) {
            if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
                return Optional.of(parse());
            }
        }
        return Optional.empty();
    }

    private ImportedOperator parse() {
        try {
            return ImportedOperator.of(JsonLine.parse(line.toByteArray()));
        } catch (InvalidRequest e) {
            throw InvalidRequest.line(number, e);
        }
    }

    /** False if there is none. */
    private boolean readLine() throws IOException {
        line.reset();
        int next = read();
        if (next < 0) {
            return false;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = read()) {
            if (line.size() == maxLineBytes) {
                throw InvalidRequest.line(number, InvalidRequest.unreadable("longer than " + maxLineBytes + " bytes"));
            }
            line.write(next);
        }
        return true;
    }

    private int read() throws IOException {
        if (bytes++ >= maxBytes) {
            throw UnsuitableRequest.tooLarge(maxBytes);
        }
        return in.read();
    }
}
