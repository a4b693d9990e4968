package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.audit.AuditQuery;
import io.igregulator.webhooks.api.audit.AuditReader;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.audit.AuditAction;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;

/** Who changed what, and when: of everything, or of one account. */
@PageController
final class ChangePages {
    private final AuditReader audit;

    ChangePages(AuditReader audit) {
        this.audit = audit;
    }

    @GetMapping(Paths.CONSOLE + Paths.CHANGES)
    Screen ofAll(
            Visit visit,
            @Takes({AuditQuery.ACTION, AuditQuery.TARGET, QueryParameters.CURSOR}) QueryParameters parameters) {
        return screen(
                Frame.of("Changes", Section.CHANGES, visit), visit.reach(), Paths.CONSOLE + Paths.CHANGES, parameters);
    }

    @GetMapping({Paths.PORTAL + Paths.CHANGES, Paths.ACCOUNT + Paths.CHANGES})
    Screen ofAccount(
            AccountVisit visit,
            @Takes({AuditQuery.ACTION, AuditQuery.TARGET, QueryParameters.CURSOR}) QueryParameters parameters) {
        return screen(visit.frame("Changes", Section.CHANGES), visit.reach(), visit.base() + Paths.CHANGES, parameters);
    }

    private Screen screen(Frame frame, Reach reach, String path, QueryParameters parameters) {
        String action = parameters.text(AuditQuery.ACTION).orElse("");
        String target = parameters.text(AuditQuery.TARGET).orElse("");
        String cursor = parameters.text(QueryParameters.CURSOR).orElse("");
        String query = (action.isEmpty() ? "" : "&action=" + Query.encoded(action))
                + (target.isEmpty() ? "" : "&target=" + Query.encoded(target))
                + (cursor.isEmpty() ? "" : "&cursor=" + Query.encoded(cursor));
        return new ChangesScreen(
                frame,
                path,
                action,
                target,
                Arrays.stream(AuditAction.values()).map(AuditAction::wireName).toList(),
                audit.read(AuditQuery.of(reach, QueryParameters.parse(query))));
    }
}
