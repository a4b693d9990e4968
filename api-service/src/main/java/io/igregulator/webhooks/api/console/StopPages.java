package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.StopEndpoint;
import io.igregulator.webhooks.api.endpoint.StopPatch;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The operator stops a customer's endpoint, or lifts that: the portal has no such page. */
@PageController
final class StopPages {
    private static final String ACTIVE = "active";
    private static final String REASON = "reason";

    private final StopEndpoint stop;
    private final ShowEndpointScreen show;

    StopPages(StopEndpoint stop, ShowEndpointScreen show) {
        this.stop = stop;
        this.show = show;
    }

    @PostMapping(Paths.ACCOUNT + Paths.ENDPOINT + "/stop")
    Shown stop(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(EndpointActs.TAG, REASON);
        return change(visit, id, form, Fields.of(form).text(REASON).node().put(ACTIVE, false), Done.STOPPED);
    }

    @PostMapping(Paths.ACCOUNT + Paths.ENDPOINT + "/lift")
    Shown lift(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(EndpointActs.TAG);
        return change(visit, id, form, JsonMapper.shared().createObjectNode().put(ACTIVE, true), Done.LIFTED);
    }

    private Shown change(AccountVisit visit, EndpointId id, Form form, ObjectNode fields, Done done) {
        try {
            stop.update(
                    visit.visit().actor(),
                    visit.reach().id(),
                    id,
                    EndpointActs.shown(form),
                    StopPatch.of(JsonBody.of(fields)));
        } catch (ApiError e) {
            return show.refused(visit, id, e);
        }
        return EndpointActs.page(visit, id, done);
    }
}
