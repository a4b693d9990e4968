package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.DeleteEndpoint;
import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointPatch;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.endpoint.ResumeEndpoint;
import io.igregulator.webhooks.api.endpoint.UpdateEndpoint;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an endpoint's owner, or the operator on the owner's behalf, does with it. A form changes the state that its page has shown, or nothing. */
@PageController
final class EndpointActs {
    static final String TAG = "tag";

    private static final String ACTIVE = "active";
    private static final String HOST = "host";

    private final EndpointReader endpoints;
    private final UpdateEndpoint update;
    private final ResumeEndpoint resume;
    private final DeleteEndpoint delete;
    private final ShowEndpointScreen show;

    EndpointActs(
            EndpointReader endpoints,
            UpdateEndpoint update,
            ResumeEndpoint resume,
            DeleteEndpoint delete,
            ShowEndpointScreen show) {
        this.endpoints = endpoints;
        this.update = update;
        this.resume = resume;
        this.delete = delete;
        this.show = show;
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT, Paths.ACCOUNT + Paths.ENDPOINT})
    Shown save(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(
                TAG,
                EndpointForm.URL,
                EndpointForm.NAME,
                EndpointForm.DESCRIPTION,
                EndpointForm.EVENTS,
                EndpointForm.WATCHLIST_ONLY);
        Caller caller = visit.caller();
        boolean forNotices = endpoints.get(caller.account(), id).forNotices();
        try {
            change(caller, id, form, EndpointForm.change(form, forNotices));
        } catch (ApiError e) {
            return show.refused(visit, id, form, e);
        }
        return page(visit, id, Done.SAVED);
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/pause", Paths.ACCOUNT + Paths.ENDPOINT + "/pause"})
    Shown pause(AccountVisit visit, EndpointId id, Form form) {
        return setActive(visit, id, form, false, Done.PAUSED);
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/activate", Paths.ACCOUNT + Paths.ENDPOINT + "/activate"})
    Shown activate(AccountVisit visit, EndpointId id, Form form) {
        return setActive(visit, id, form, true, Done.ACTIVATED);
    }

    private Shown setActive(AccountVisit visit, EndpointId id, Form form, boolean active, Done done) {
        form.allowOnly(TAG);
        ObjectNode fields = JsonMapper.shared().createObjectNode().put(ACTIVE, active);
        return act(visit, id, done, () -> change(visit.caller(), id, form, fields));
    }

    private void change(Caller caller, EndpointId id, Form form, ObjectNode fields) {
        update.update(caller, id, shown(form), EndpointPatch.of(JsonBody.of(fields)));
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/resume", Paths.ACCOUNT + Paths.ENDPOINT + "/resume"})
    Shown resume(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly();
        Caller caller = visit.caller();
        return act(visit, id, Done.RESUMED, () -> resume.resume(caller.actor(), caller.account(), id));
    }

    /** Asks for the host to be typed: nothing brings it back. */
    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/delete", Paths.ACCOUNT + Paths.ENDPOINT + "/delete"})
    Shown delete(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(TAG, HOST);
        Caller caller = visit.caller();
        Endpoint endpoint = endpoints.get(caller.account(), id);
        try {
            if (!endpoint.settings().url().getHost().equals(form.text(HOST))) {
                throw InvalidRequest.field(HOST, "what was typed is not the endpoint's host", "nothing was deleted");
            }
            delete.delete(caller, id, shown(form));
        } catch (ApiError e) {
            return show.refused(visit, id, e);
        }
        return new SeeOther(visit.base() + Paths.ENDPOINTS + "?" + Done.DELETED.query());
    }

    private Shown act(AccountVisit visit, EndpointId id, Done done, Runnable act) {
        try {
            act.run();
        } catch (ApiError e) {
            return show.refused(visit, id, e);
        }
        return page(visit, id, done);
    }

    static Shown page(AccountVisit visit, EndpointId id, Done done) {
        return new SeeOther(visit.base() + Paths.ENDPOINTS + "/" + id + "?" + done.query());
    }

    static IfMatch shown(Form form) {
        return IfMatch.shown(form.text(TAG));
    }
}
