package io.igregulator.webhooks.stack.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** An invented gambling operator. */
public record LicensedOperator(String name) {
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    UUID id() {
        return UUID.nameUUIDFromBytes(("operator/" + slug()).getBytes(StandardCharsets.UTF_8));
    }
}
