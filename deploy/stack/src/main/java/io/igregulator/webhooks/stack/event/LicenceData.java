package io.igregulator.webhooks.stack.event;

import static io.igregulator.webhooks.stack.event.EnvelopeBytes.time;

import io.igregulator.webhooks.event.LicenseStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** The {@code data} of {@code license.*} events. */
final class LicenceData {
    private final RandomGenerator random;

    LicenceData(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode statusChanged(Licence licence, LicenseStatus previous, LicenseStatus next, Instant now) {
        return of(licence)
                .put("previous_status", previous.wireName())
                .put("new_status", next.wireName())
                .put("changed_at", time(shortlyBefore(now)))
                .put("source_url", licence.sourceUrl());
    }

    ObjectNode issued(Licence licence, Instant now) {
        return of(licence)
                .put("previous_status", LicenseStatus.PENDING.wireName())
                .put("new_status", LicenseStatus.ACTIVE.wireName())
                .put("issued_at", time(shortlyBefore(now)))
                .put("expiry_date", day(now, 5 * 365))
                .put("source_url", licence.sourceUrl());
    }

    ObjectNode expired(Licence licence, Instant now) {
        return of(licence)
                .put("previous_status", LicenseStatus.ACTIVE.wireName())
                .put("new_status", LicenseStatus.EXPIRED.wireName())
                .put("expiry_date", day(now, -1))
                .put("source_url", licence.sourceUrl());
    }

    ObjectNode expiring(Licence licence, int days, Instant now) {
        return of(licence)
                .put("expiry_date", day(now, days))
                .put("days_until_expiry", days)
                .put("source_url", licence.sourceUrl());
    }

    static ObjectNode of(Licence licence) {
        return EnvelopeBytes.data()
                .put("license_id", licence.id().toString())
                .put("license_number", licence.number())
                .put("operator_id", licence.operator().id().toString())
                .put("operator_slug", licence.operator().slug())
                .put("jurisdiction_code", licence.regulator().jurisdiction());
    }

    // A register is read some minutes after it changed.
    private Instant shortlyBefore(Instant now) {
        return now.minus(Duration.ofSeconds(random.nextInt(20, 900)));
    }

    private static String day(Instant now, int days) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days).toString();
    }
}
