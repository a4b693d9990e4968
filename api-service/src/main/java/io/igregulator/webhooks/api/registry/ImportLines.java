package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonLine;
import io.igregulator.webhooks.api.web.NdjsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the operators of an import, and names a bad line by its number. Blank lines hold none. */
final class ImportLines {
    private final NdjsonLines lines;

    ImportLines(InputStream in, RegistryProperties properties) {
        this.lines = new NdjsonLines(in, ImportLimits.of(properties));
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return lines.number();
    }

    /**
     * @return nothing at the end
     * @throws ApiError if the line is not an operator, or the import too large
     */
    Optional<ImportedOperator> next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (!new String(line, StandardCharsets.ISO_8859_1).isBlank()) {
                return Optional.of(parse(line));
            }
        }
        return Optional.empty();
    }

    private ImportedOperator parse(byte[] line) {
        try {
            return ImportedOperator.of(JsonLine.parse(line));
        } catch (InvalidRequest e) {
            throw InvalidRequest.line(lines.number(), e);
        }
    }
}
