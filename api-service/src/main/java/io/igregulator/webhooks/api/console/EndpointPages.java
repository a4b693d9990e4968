package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.CreateEndpoint;
import io.igregulator.webhooks.api.endpoint.ListEndpoints;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** An account's endpoints: the list, a new one, and the page of each. */
@PageController
final class EndpointPages {
    private static final String Q = "q";
    private static final String LIMIT = "limit=50";
    private static final String NEW = "/new";

    private final ListEndpoints list;
    private final CreateEndpoint create;
    private final ShowEndpointScreen show;
    private final Once once;

    EndpointPages(ListEndpoints list, CreateEndpoint create, ShowEndpointScreen show, Once once) {
        this.list = list;
        this.create = create;
        this.show = show;
        this.once = once;
    }

    @GetMapping({Paths.PORTAL, Paths.PORTAL + "/"})
    Shown start(Visit visit) {
        return new SeeOther(visit.door().root() + Paths.ENDPOINTS);
    }

    @GetMapping({Paths.PORTAL + Paths.ENDPOINTS, Paths.ACCOUNT + Paths.ENDPOINTS})
    Screen list(AccountVisit visit, @Takes({Q, QueryParameters.CURSOR, Done.FIELD}) QueryParameters parameters) {
        String text = parameters.text(Q).orElse("");
        String query = LIMIT
                + (text.isEmpty() ? "" : "&q=" + Query.encoded(text))
                + parameters
                        .text(QueryParameters.CURSOR)
                        .map(cursor -> "&cursor=" + Query.encoded(cursor))
                        .orElse("");
        return new EndpointsScreen(
                visit.frame("Endpoints", Section.ENDPOINTS).with(Done.notice(parameters)),
                visit.base(),
                text,
                list.list(visit.reach().id(), QueryParameters.parse(query)),
                visit.account().plan().endpoints());
    }

    @GetMapping({Paths.PORTAL + Paths.ENDPOINTS + NEW, Paths.ACCOUNT + Paths.ENDPOINTS + NEW})
    Screen form(AccountVisit visit) {
        return form(visit, EndpointForm.EMPTY, null, null, HttpServletResponse.SC_OK);
    }

    private Screen form(
            AccountVisit visit, EndpointForm form, @Nullable Notice notice, @Nullable String blamed, int status) {
        return new NewEndpointScreen(
                visit.frame("New endpoint", Section.ENDPOINTS).with(notice),
                visit.base(),
                form,
                once.fresh(),
                blamed,
                status);
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINTS, Paths.ACCOUNT + Paths.ENDPOINTS})
    Shown create(AccountVisit visit, Form form) {
        form.allowOnly(
                EndpointForm.URL,
                EndpointForm.NAME,
                EndpointForm.DESCRIPTION,
                EndpointForm.EVENTS,
                EndpointForm.WATCHLIST_ONLY,
                Once.FIELD);
        try {
            JsonBody body = JsonBody.of(EndpointForm.creation(form));
            Once.Created created = once.read(create.create(visit.caller(), body, once.key(form, "endpoints")));
            String page = visit.base() + Paths.ENDPOINTS + "/" + created.text("id");
            return created.before()
                    ? new SeeOther(page + "?" + Done.CREATED_BEFORE.query())
                    : new SecretScreen(
                            visit.frame("The endpoint is made", Section.ENDPOINTS),
                            created.text("secret"),
                            created.text("url"),
                            page);
        } catch (ApiError e) {
            return form(visit, EndpointForm.of(form), Notice.refused(e), e.field(), e.status());
        }
    }

    @GetMapping({Paths.PORTAL + Paths.ENDPOINT, Paths.ACCOUNT + Paths.ENDPOINT})
    Screen show(AccountVisit visit, EndpointId id, @Takes(Done.FIELD) QueryParameters parameters) {
        return show.show(visit, id, Done.notice(parameters));
    }
}
