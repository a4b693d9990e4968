package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.Change;
import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.change.EndpointHistory.Pause;
import io.igregulator.webhooks.chaos.receive.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing was sent after the API had acknowledged not to send it. */
final class AuditSends {
    private final Case all;
    private final Expectations expectations;
    private final List<Finding> findings = new ArrayList<>();
    private Duration latest = Duration.ZERO;

    /** @param latest how long after an acknowledged change a request that had no business there still came */
    record Result(Duration latest, List<Finding> findings) {}

    private AuditSends(Case all) {
        this.all = all;
        this.expectations = new Expectations(all.evidence());
    }

    static Result of(Case all) {
        var audit = new AuditSends(all);
        all.evidence().strays().forEach(hook -> audit.add(FindingKind.NOT_FOR_THIS_ENDPOINT, "something to " + hook));
        all.evidence().arrivals().forEach(audit::examine);
        return new Result(audit.latest, audit.findings);
    }

    private void examine(Arrival arrival) {
        var endpoint = all.endpoint(arrival.endpoint());
        String name = all.name(new Pair(arrival.event(), arrival.endpoint())) + ", attempt " + arrival.attempt();
        var event = all.event(arrival.event());
        if (event == null || expectations.of(event, endpoint) == Expectation.MUST_NOT) {
            add(FindingKind.NOT_FOR_THIS_ENDPOINT, name + ", received " + arrival.receivedAt());
        }
        offSince(endpoint, arrival.receivedAt())
                .ifPresent(since -> late(FindingKind.SENT_WHILE_OFF, name, since, arrival));
        movedAwayAt(endpoint, arrival.address())
                .filter(moved -> arrival.receivedAt().isAfter(moved))
                .ifPresent(moved -> late(FindingKind.SENT_TO_OLD_URL, name, moved, arrival));
    }

    private static Optional<Instant> offSince(EndpointHistory endpoint, Instant at) {
        var deleted = endpoint.deletion().map(Change::answeredAt).filter(at::isAfter);
        return deleted.or(() -> endpoint.pauses().stream()
                .filter(pause -> pause.covers(at, at))
                .map(Pause::off)
                .map(Change::answeredAt)
                .findFirst());
    }

    private static Optional<Instant> movedAwayAt(EndpointHistory endpoint, int address) {
        List<Change> moves = endpoint.all(Change.What.MOVED);
        return address < moves.size() ? Optional.of(moves.get(address).answeredAt()) : Optional.empty();
    }

    private void late(FindingKind kind, String name, Instant acknowledged, Arrival arrival) {
        var late = Duration.between(acknowledged, arrival.receivedAt());
        latest = late.compareTo(latest) > 0 ? late : latest;
        if (late.compareTo(all.evidence().grace()) > 0) {
            add(kind, name + ", acknowledged " + acknowledged + ", received " + arrival.receivedAt());
        }
    }

    private void add(FindingKind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
