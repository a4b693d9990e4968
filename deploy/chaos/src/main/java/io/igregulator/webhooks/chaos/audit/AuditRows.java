package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory.Pause;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.watch.AttemptRow;
import io.igregulator.webhooks.chaos.watch.DeliveryRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The platform's own rows say what the receivers saw. The history of a deleted endpoint is removed in the background. */
final class AuditRows {
    private final Case all;
    private final List<Finding> findings = new ArrayList<>();

    private AuditRows(Case all) {
        this.all = all;
    }

    static List<Finding> of(Case all) {
        var audit = new AuditRows(all);
        var rows = new HashMap<Pair, DeliveryRow>();
        for (DeliveryRow row : all.evidence().deliveries()) {
            rows.put(new Pair(row.event(), row.endpoint()), row);
        }
        all.arrivals().keySet().forEach(pair -> audit.acceptedIsRecorded(pair, rows));
        rows.forEach(audit::recordedWasAccepted);
        all.evidence().attempts().forEach(audit::answerWasGiven);
        return audit.findings;
    }

    private void acceptedIsRecorded(Pair pair, Map<Pair, DeliveryRow> rows) {
        var row = rows.get(pair);
        boolean success = row != null && row.status().equals("success");
        if (all.accepted(pair) && !success && !deleted(pair) && !leftWaiting(pair)) {
            String status = row == null ? "has no row" : "is recorded as " + row.status();
            add(all.name(pair) + " was accepted but " + status);
        }
    }

    private void recordedWasAccepted(Pair pair, DeliveryRow row) {
        if (row.status().equals("success") && !all.accepted(pair)) {
            add(all.name(pair) + " is recorded as success but was never accepted");
        }
    }

    private void answerWasGiven(AttemptRow row) {
        if (row.httpStatus().isEmpty()) {
            return;
        }
        int status = row.httpStatus().getAsInt();
        var pair = new Pair(row.event(), row.endpoint());
        if (all.arrivals(pair).stream()
                .noneMatch(arrival -> arrival.attempt() == row.number() && arrival.answered() == status)) {
            add(all.name(pair) + " has attempt " + row.number() + " answered " + status
                    + ", which no receiver answered");
        }
    }

    private boolean deleted(Pair pair) {
        return all.endpoint(pair.endpoint()).deletion().isPresent();
    }

    /**
     * A fault kept the answer from being recorded, and before the delivery could be repeated its endpoint was switched off
     * for good: it waits.
     */
    private boolean leftWaiting(Pair pair) {
        return all.endpoint(pair.endpoint()).pauses().stream().anyMatch(Pause::forGood)
                && all.arrivals(pair).stream().filter(Arrival::accepted).allMatch(all::mayBeUnrecorded);
    }

    private void add(String text) {
        findings.add(new Finding(FindingKind.ROW_DISAGREES, text));
    }
}
