package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.FindAccounts;
import io.igregulator.webhooks.api.account.Plan;
import io.igregulator.webhooks.api.admin.AccountQuery;
import io.igregulator.webhooks.api.admin.CreateAccount;
import io.igregulator.webhooks.api.admin.UpdateAccount;
import io.igregulator.webhooks.api.endpoint.NotifyAddress;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.session.PortalLink;
import io.igregulator.webhooks.api.session.PortalLinkRequest;
import io.igregulator.webhooks.api.session.PortalLinks;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;

/** {@code /console/accounts}: the operator's customers. */
@PageController
final class AccountPages {
    private static final String ALL = Paths.CONSOLE + "/accounts";
    private static final String NAME = "name";
    private static final String PLAN = "plan";
    private static final String RATE = "requests_per_second";
    private static final String NOTIFY_URL = "notify_url";
    private static final String ROLE = "role";
    private static final String WHAT = "what";

    private final FindAccounts find;
    private final NotifyAddress notify;
    private final CreateAccount create;
    private final UpdateAccount update;
    private final PortalLinks links;
    private final Once once;

    AccountPages(
            FindAccounts find,
            NotifyAddress notify,
            CreateAccount create,
            UpdateAccount update,
            PortalLinks links,
            Once once) {
        this.find = find;
        this.notify = notify;
        this.create = create;
        this.update = update;
        this.links = links;
        this.once = once;
    }

    @GetMapping(ALL)
    Screen list(Visit visit, @Takes({AccountQuery.Q, QueryParameters.CURSOR}) QueryParameters parameters) {
        return list(visit, parameters, null, HttpServletResponse.SC_OK);
    }

    private Screen list(Visit visit, QueryParameters parameters, @Nullable Notice notice, int status) {
        // An empty search is that of a form which was sent without one.
        QueryParameters asked =
                parameters.text(AccountQuery.Q).filter(String::isEmpty).isPresent()
                        ? QueryParameters.parse(null)
                        : parameters;
        return new AccountsScreen(
                Frame.of("Accounts", Section.ACCOUNTS, visit).with(notice),
                parameters.text(AccountQuery.Q).orElse(""),
                AccountQuery.of(asked).run(find, notify),
                plans(),
                once.fresh(),
                status);
    }

    @PostMapping(ALL)
    Shown create(Visit visit, Form form) {
        form.allowOnly(NAME, PLAN, RATE, Once.FIELD);
        ObjectNode fields = Fields.of(form).text(NAME).text(PLAN).number(RATE).node();
        try {
            return new SeeOther(ALL + "/"
                    + once.read(create.create(visit.actor(), JsonBody.of(fields), once.key(form, "accounts")))
                            .text("id"));
        } catch (ApiError e) {
            return list(visit, QueryParameters.parse(null), Notice.refused(e), e.status());
        }
    }

    @GetMapping(Paths.ACCOUNT)
    Screen show(AccountVisit visit, @Takes(Done.FIELD) QueryParameters parameters) {
        return screen(visit, Done.notice(parameters), HttpServletResponse.SC_OK);
    }

    private Screen screen(AccountVisit visit, @Nullable Notice notice, int status) {
        @Nullable URI address = notify.of(visit.reach().id());
        return new AccountScreen(
                visit.frame(visit.account().name(), Section.ACCOUNT).with(notice),
                visit.account(),
                address == null ? "" : address.toString(),
                plans(),
                status);
    }

    @PostMapping(Paths.ACCOUNT)
    Shown update(AccountVisit visit, Form form) {
        form.allowOnly(NAME, PLAN, RATE);
        ObjectNode fields =
                Fields.of(form).text(NAME).text(PLAN).numberOrNull(RATE).node();
        return change(visit, fields, Done.SAVED);
    }

    @PostMapping(Paths.ACCOUNT + "/suspension")
    Shown suspend(AccountVisit visit, Form form) {
        form.allowOnly(WHAT);
        Suspension suspension = Suspension.of(form.text(WHAT));
        return change(visit, suspension.fields(), suspension.done());
    }

    /** Shows the notices' secret, which no later page does, where an address is new. */
    @PostMapping(Paths.ACCOUNT + "/notices")
    Shown notices(AccountVisit visit, Form form) {
        form.allowOnly(NOTIFY_URL);
        ObjectNode fields = Fields.of(form).textOrNull(NOTIFY_URL).node();
        try {
            @Nullable
            String secret = update.update(visit.visit().actor(), visit.reach().id(), JsonBody.of(fields))
                    .notifySecret();
            return secret == null
                    ? new SeeOther(visit.base() + "?" + Done.SAVED.query())
                    : new SecretScreen(
                            visit.frame("Address for notices", Section.ACCOUNT),
                            secret,
                            form.text(NOTIFY_URL),
                            visit.base());
        } catch (ApiError e) {
            return refused(visit, e);
        }
    }

    private Shown change(AccountVisit visit, ObjectNode fields, Done done) {
        try {
            update.update(visit.visit().actor(), visit.reach().id(), JsonBody.of(fields));
            return new SeeOther(visit.base() + "?" + done.query());
        } catch (ApiError e) {
            return refused(visit, e);
        }
    }

    private Screen refused(AccountVisit visit, ApiError error) {
        if (error instanceof NotFound) {
            throw error;
        }
        return screen(visit, Notice.refused(error), error.status());
    }

    @PostMapping(Paths.ACCOUNT + "/portal-links")
    Screen link(AccountVisit visit, Form form) {
        form.allowOnly(ROLE);
        ObjectNode fields = Fields.of(form).text(ROLE).node();
        PortalLink link =
                links.issue(visit.visit().actor(), visit.reach().id(), PortalLinkRequest.of(JsonBody.of(fields)));
        return new PortalLinkScreen(
                visit.frame("Link into the portal", Section.ACCOUNT), link.url(), link.expiresAt(), visit.base());
    }

    private static List<String> plans() {
        return Arrays.stream(Plan.values()).map(Plan::wireName).toList();
    }
}
