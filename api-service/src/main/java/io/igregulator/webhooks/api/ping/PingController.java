package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.web.OptionalBody;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/webhooks/{id}/test}. */
@RestController
final class PingController {
    private final TestEndpoint test;

    PingController(TestEndpoint test) {
        this.test = test;
    }

    @PostMapping(path = "/v1/webhooks/{id}/test", produces = MediaType.APPLICATION_JSON_VALUE)
    PingView test(Caller caller, EndpointId id, OptionalBody body) {
        return test.test(caller, id, body.json());
    }
}
