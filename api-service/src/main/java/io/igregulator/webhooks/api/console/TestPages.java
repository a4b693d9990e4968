package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.ping.TestEndpoint;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonLine;
import io.igregulator.webhooks.id.EndpointId;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends an endpoint an example of any type, and shows what was sent and what came back. */
@PageController
final class TestPages {
    private static final String EVENT = "event";
    private static final String DATA = "data";
    private static final String PING = "test.ping";

    private final EndpointReader endpoints;
    private final TestEndpoint test;
    private final ShowEndpointScreen show;

    TestPages(EndpointReader endpoints, TestEndpoint test, ShowEndpointScreen show) {
        this.endpoints = endpoints;
        this.test = test;
        this.show = show;
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/test", Paths.ACCOUNT + Paths.ENDPOINT + "/test"})
    Shown test(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(EVENT, DATA);
        String url = endpoints.get(visit.reach().id(), id).settings().url().toString();
        try {
            return new TestScreen(
                    visit.frame("Test of " + Links.shortUrl(url), Section.ENDPOINTS),
                    form.text(EVENT),
                    url,
                    test.test(visit.caller(), id, JsonBody.of(fields(form))),
                    visit.base() + Paths.ENDPOINTS + "/" + id);
        } catch (ApiError e) {
            return show.refused(visit, id, e);
        }
    }

    private static ObjectNode fields(Form form) {
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        if (!form.text(EVENT).equals(PING)) {
            fields.put(EVENT, form.text(EVENT));
        }
        if (form.isSet(DATA)) {
            fields.set(DATA, data(form.text(DATA)));
        }
        return fields;
    }

    /** As strict as the body of a request. */
    private static ObjectNode data(String text) {
        try {
            return JsonLine.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidRequest e) {
            throw InvalidRequest.field(
                    DATA, "the data is not one JSON object", "such as {\"new_status\": \"revoked\"}");
        }
    }
}
