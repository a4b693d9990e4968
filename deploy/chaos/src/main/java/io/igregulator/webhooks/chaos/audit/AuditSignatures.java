package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.Change;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.stack.receiver.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every request was signed with the endpoint's newest secret, and with none that was not its own. */
final class AuditSignatures {
    private AuditSignatures() {}

    static List<Finding> of(Case all) {
        var findings = new ArrayList<Finding>();
        for (Arrival arrival : all.evidence().arrivals()) {
            var rotations = all.endpoint(arrival.endpoint()).all(Change.What.ROTATED);
            String complaint = complaint(arrival, rotations, all.evidence().grace());
            if (!complaint.isEmpty()) {
                String name = all.name(new Pair(arrival.event(), arrival.endpoint()));
                findings.add(new Finding(
                        FindingKind.WRONG_SIGNATURE,
                        name + ", attempt " + arrival.attempt() + ", received " + arrival.receivedAt() + ": "
                                + complaint));
            }
        }
        return findings;
    }

    private static String complaint(Arrival arrival, List<Change> rotations, Duration grace) {
        if (arrival.complaint().isPresent()) {
            return arrival.complaint().get();
        }
        if (arrival.signers().contains(Verification.UNKNOWN) && !mayHaveUnknown(arrival, rotations)) {
            return "signed with a secret that the API never showed";
        }
        // The secrets learnt until then, less those that may not have reached the workers yet; the first is number 0.
        long newest = rotations.stream()
                .filter(rotation -> rotation.answeredAt().plus(grace).isBefore(arrival.receivedAt()))
                .count();
        return arrival.signers().contains((int) newest) || newest == 0
                ? ""
                : "signed with " + arrival.signers() + ", not with the newest secret, " + newest;
    }

    /** During a rotation, and for good where the answer that showed a secret was lost. */
    private static boolean mayHaveUnknown(Arrival arrival, List<Change> rotations) {
        return rotations.stream()
                .anyMatch(rotation -> !arrival.receivedAt().isBefore(rotation.begunAt())
                        && (rotation.answerLost() || !arrival.receivedAt().isAfter(rotation.answeredAt())));
    }
}
