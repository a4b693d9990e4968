package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.ReactivateFailing;
import io.igregulator.webhooks.api.endpoint.ResumeEndpoint;
import io.igregulator.webhooks.api.web.OptionalBody;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/webhooks/{id}/test}. */
@RestController
final class PingController {
    private final SendPing sendPing;
    private final ReactivateFailing reactivate;
    private final ResumeEndpoint resume;

    PingController(SendPing sendPing, ReactivateFailing reactivate, ResumeEndpoint resume) {
        this.sendPing = sendPing;
        this.reactivate = reactivate;
        this.resume = resume;
    }

    @PostMapping(path = "/v1/webhooks/{id}/test", produces = MediaType.APPLICATION_JSON_VALUE)
    PingView test(Caller caller, EndpointId id, OptionalBody body) {
        PingView result = sendPing.send(caller, id, body.json());
        if (result.delivered()) {
            reactivate.afterDeliveredTest(caller, id);
            resume.tested(caller, id);
        }
        return result;
    }
}
