package io.igregulator.webhooks.event;

import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.schema.Defect;

/** Carries a refusal out of {@link EnvelopeFields}; it never leaves this package. */
final class RefusedEnvelopeException extends Exception {
    private final Reason reason;
    private final transient Defect defect;

    RefusedEnvelopeException(Reason reason, Defect defect) {
        super(defect.problem(), null, false, false);
        this.reason = reason;
        this.defect = defect;
    }

    Reason reason() {
        return reason;
    }

    Defect defect() {
        return defect;
    }
}
