package io.igregulator.webhooks.stack.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** An operator's licence with one regulator. */
public record Licence(LicensedOperator operator, Regulator regulator, int serial) {
    UUID id() {
        return UUID.nameUUIDFromBytes(("licence/" + number()).getBytes(StandardCharsets.UTF_8));
    }

    String number() {
        return String.format(Locale.ROOT, "%s/B2C/%04d", regulator, serial);
    }

    String sourceUrl() {
        return regulator.register() + "licences/" + number().replace('/', '-').toLowerCase(Locale.ROOT);
    }
}
