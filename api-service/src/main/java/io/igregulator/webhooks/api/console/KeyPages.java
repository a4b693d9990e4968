package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.ApiKeyStore;
import io.igregulator.webhooks.api.admin.IssueKey;
import io.igregulator.webhooks.api.admin.RevokeKey;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.api.web.Timestamps;
import io.igregulator.webhooks.id.KeyId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;

/** An account's API keys: listed, issued, revoked. */
@PageController
final class KeyPages {
    private static final String NAME = "name";
    private static final String SCOPE = "scope";
    private static final String DAYS = "days";
    private static final Pattern DAYS_SHAPE = Pattern.compile("[1-9][0-9]{0,3}");

    private final ApiKeyStore keys;
    private final IssueKey issue;
    private final RevokeKey revoke;
    private final Once once;
    private final InstantSource clock;

    KeyPages(ApiKeyStore keys, IssueKey issue, RevokeKey revoke, Once once, InstantSource clock) {
        this.keys = keys;
        this.issue = issue;
        this.revoke = revoke;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping({Paths.PORTAL + Paths.KEYS, Paths.ACCOUNT + Paths.KEYS})
    Screen list(AccountVisit visit, @Takes(Done.FIELD) QueryParameters parameters) {
        return screen(visit, Done.notice(parameters), HttpServletResponse.SC_OK);
    }

    private Screen screen(AccountVisit visit, @Nullable Notice notice, int status) {
        return new KeysScreen(
                visit.frame("API keys", Section.KEYS).with(notice),
                visit.base() + Paths.KEYS,
                keys.list(visit.reach().id()).reversed(),
                once.fresh(),
                clock.instant(),
                status);
    }

    @PostMapping({Paths.PORTAL + Paths.KEYS, Paths.ACCOUNT + Paths.KEYS})
    Shown issue(AccountVisit visit, Form form) {
        form.allowOnly(NAME, SCOPE, DAYS, Once.FIELD);
        ObjectNode fields = Fields.of(form).text(NAME).text(SCOPE).node();
        Matcher days = DAYS_SHAPE.matcher(form.text(DAYS));
        try {
            if (days.matches()) {
                // Of the form's day, so that a form which is sent again says the same.
                fields.put("expires_at", Timestamps.format(endOfDay(Integer.parseInt(days.group()))));
            }
            Once.Created created = once.read(issue.issue(
                    visit.visit().actor(), visit.reach().id(), JsonBody.of(fields), once.key(form, "keys")));
            String page = visit.base() + Paths.KEYS;
            return created.before()
                    ? new SeeOther(page + "?" + Done.CREATED_BEFORE.query())
                    : new KeyScreen(visit.frame("The new key", Section.KEYS), created.text("api_key"), page);
        } catch (ApiError e) {
            return screen(visit, Notice.refused(e), e.status());
        }
    }

    private Instant endOfDay(int days) {
        long day = Duration.ofDays(1).toSeconds();
        long today = clock.instant().getEpochSecond() / day;
        return Instant.ofEpochSecond((today + days + 1) * day);
    }

    @PostMapping({Paths.PORTAL + Paths.KEYS + "/{key_id}/revoke", Paths.ACCOUNT + Paths.KEYS + "/{key_id}/revoke"})
    Shown revoke(AccountVisit visit, KeyId key, Form form) {
        form.allowOnly();
        revoke.revoke(visit.visit().actor(), visit.reach().id(), key);
        return new SeeOther(visit.base() + Paths.KEYS + "?" + Done.KEY_REVOKED.query());
    }
}
