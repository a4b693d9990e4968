package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.api.web.NdjsonLines;

/** How large an import may be; a line that is too long is a defect of that line. */
record ImportLimits(int maxLineBytes, long maxBytes) implements NdjsonLines.Limits {
    static ImportLimits of(RegistryProperties properties) {
        return new ImportLimits(
                Math.toIntExact(properties.maxLineSize().toBytes()),
                properties.maxImportSize().toBytes());
    }

    @Override
    public ApiError longLine(long number) {
        return InvalidRequest.line(number, InvalidRequest.unreadable("longer than " + maxLineBytes + " bytes"));
    }

    @Override
    public ApiError largeBody() {
        return UnsuitableRequest.tooLarge(maxBytes);
    }
}
