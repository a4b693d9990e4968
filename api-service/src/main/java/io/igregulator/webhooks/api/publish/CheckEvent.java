package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.event.EventDomain;
import io.igregulator.webhooks.schema.Defect;
import org.springframework.stereotype.Component;

/** The HTTP door's check: the same as fan-out's, and only the platform itself reports on its endpoints. */
@Component
final class CheckEvent {
    private static final String EVENT = "/event";

    private final EnvelopeReader reader = new EnvelopeReader();

    /** @throws ApiError that names the place and the field */
    Submission check(Place place, byte[] body) {
        return switch (reader.read(body)) {
            case Valid(var envelope) -> {
                if (envelope.type().domain() == EventDomain.WEBHOOK) {
                    throw InvalidRequest.field(
                            place.field(EVENT),
                            place.describe(new Defect(EVENT, "is a type that only the platform itself publishes")));
                }
                yield Submission.of(place, envelope, body);
            }
            case Invalid(var reason, var defect) -> throw refusal(place, reason, defect);
        };
    }

    private static ApiError refusal(Place place, Reason reason, Defect defect) {
        String field = place.field(defect.pointer());
        if (reason == Reason.TOO_LARGE) {
            return UnsuitableRequest.tooLarge(place.describe(defect));
        }
        if (defect.isMissing()) {
            return InvalidRequest.missing(field);
        }
        return field.isEmpty()
                ? InvalidRequest.unreadable(place.describe(defect))
                : InvalidRequest.field(field, place.describe(defect));
    }
}
