package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.ReactivateFailing;
import io.igregulator.webhooks.api.endpoint.ResumeEndpoint;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.stereotype.Component;

/** A test of an endpoint, and what a delivered one ends: that nothing is sent because of failures before it. */
@Component
public final class TestEndpoint {
    private final SendPing sendPing;
    private final ReactivateFailing reactivate;
    private final ResumeEndpoint resume;

    TestEndpoint(SendPing sendPing, ReactivateFailing reactivate, ResumeEndpoint resume) {
        this.sendPing = sendPing;
        this.reactivate = reactivate;
        this.resume = resume;
    }

    /** @param body which event; {@code test.ping} if it is empty */
    public PingView test(Caller caller, EndpointId id, JsonBody body) {
        PingView result = sendPing.send(caller, id, body);
        if (result.delivered()) {
            reactivate.afterDeliveredTest(caller, id);
            resume.tested(caller, id);
        }
        return result;
    }
}
