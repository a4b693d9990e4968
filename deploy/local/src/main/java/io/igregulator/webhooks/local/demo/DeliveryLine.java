package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One aligned line per delivery. */
final class DeliveryLine {
    static final String HEADING = String.format(
            Locale.ROOT,
            "%-12s  %-25s  %-21s  %-3s  %-17s  %-11s",
            "time",
            "event",
            "about",
            "",
            "endpoint",
            "signature");

    private final DateTimeFormatter time;

    DeliveryLine(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    String of(ReceivedDelivery delivery, Optional<Duration> sincePublished) {
        var envelope = delivery.envelope();
        String line = String.format(
                Locale.ROOT,
                "%-12s  %-25s  %-21s  %-3s  %-17s  %-11s  attempt %-2s  %9s  answered %d",
                time.format(delivery.receivedAt()),
                envelope.event(),
                about(envelope.data()),
                envelope.data().path("jurisdiction_code").asString(""),
                delivery.hook(),
                signature(delivery),
                delivery.attempt() == 0 ? "?" : delivery.attempt(),
                sincePublished.map(after -> after.toMillis() + " ms").orElse(""),
                delivery.answered());
        return line
                + delivery.verification()
                        .complaint()
                        .map(why -> "  (" + why + ")")
                        .orElse("");
    }

    private static String about(JsonNode data) {
        JsonNode operator = data.path("operator_slug");
        if (operator.isString()) {
            return operator.stringValue();
        }
        return data.path("endpoint_id").asString("").transform(id -> id.substring(0, Math.min(8, id.length())));
    }

    private static String signature(ReceivedDelivery delivery) {
        var verification = delivery.verification();
        if (!verification.verified()) {
            // Accepted all the same: a user tries an address whose secret the receiver never got.
            return delivery.accepted() ? "unchecked" : "UNVERIFIED";
        }
        int signatures = verification.signers().size();
        return signatures > 1 ? "verified x" + signatures : "verified";
    }
}
