package io.igregulator.webhooks.stack.receiver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Checks one request as a careful subscriber would: both dialects, the age of the signature, headers against body. */
final class Verify {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Verify() {}

    /** @param secrets oldest first */
    static Verification request(ReceivedRequest request, Envelope envelope, List<String> secrets) {
        try {
            var stripe = StripeDialect.read(request, secrets);
            var standard = StandardDialect.read(request, secrets);
            return compare(request, envelope, stripe, standard);
        } catch (MalformedSignature e) {
            return Verification.refused(e.complaint());
        }
    }

    private static Verification compare(
            ReceivedRequest request, Envelope envelope, DialectResult stripe, DialectResult standard) {
        if (!stripe.equals(standard)) {
            return Verification.refused("the two dialects disagree");
        }
        if (stripe.signers().stream().allMatch(signer -> signer == Verification.UNKNOWN)) {
            return Verification.refused("signed with no secret known here");
        }
        long age = Math.abs(request.receivedAt().getEpochSecond() - stripe.signedAtSeconds());
        if (age > TOLERANCE.toSeconds()) {
            return Verification.refused("signed " + age + " s from now");
        }
        return headersAgree(request, envelope)
                ? new Verification(stripe.signers(), Optional.empty())
                : Verification.refused("headers and body disagree");
    }

    private static boolean headersAgree(ReceivedRequest request, Envelope envelope) {
        return says(request, "webhook-id", envelope.eventId())
                && says(request, "X-iGregulator-Event-Id", envelope.eventId())
                && says(request, "X-iGregulator-Event", envelope.event())
                && request.header("Content-Type").orElse("").startsWith("application/json");
    }

    private static boolean says(ReceivedRequest request, String header, String value) {
        return request.header(header).filter(value::equals).isPresent();
    }
}
