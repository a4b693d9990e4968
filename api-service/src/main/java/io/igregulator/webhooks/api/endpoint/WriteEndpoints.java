package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.JsonAnswer;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes all endpoints of an account, of which there may be any number, one batch after another. */
@Component
final class WriteEndpoints {
    /** With a URL of 2 KiB and a description each they are less than a part of an answer may be. */
    private static final int AT_ONCE = 200;

    private final EndpointReader reader;
    private final HealthReader health;
    private final AnswerMemory memory;
    private final JsonAnswer json;

    WriteEndpoints(EndpointReader reader, HealthReader health, AnswerMemory memory, JsonAnswer json) {
        this.reader = reader;
        this.health = health;
        this.memory = memory;
        this.json = json;
    }

    void write(AccountId account, HttpServletResponse response) throws IOException {
        List<Endpoint> first = reader.first(account, AT_ONCE);
        if (first.size() < AT_ONCE) {
            write(first, account, response);
            return;
        }
        try (AnswerMemory.Part _ = memory.take()) {
            write(first, account, response);
        }
    }

    private void write(List<Endpoint> first, AccountId account, HttpServletResponse response) throws IOException {
        JsonAnswer.Parts answer = json.begin(response);
        answer.raw("{\"webhooks\":[");
        String separator = "";
        for (List<Endpoint> batch = first; !batch.isEmpty(); batch = following(batch, account)) {
            Map<EndpointId, EndpointHealth> states = health.of(batch);
            for (Endpoint endpoint : batch) {
                answer.raw(separator);
                answer.value(EndpointView.of(endpoint, states.getOrDefault(endpoint.id(), EndpointHealth.NEW)));
                separator = ",";
            }
        }
        answer.raw("]}");
    }

    private List<Endpoint> following(List<Endpoint> batch, AccountId account) {
        return batch.size() < AT_ONCE ? List.of() : reader.after(batch.getLast(), account, AT_ONCE);
    }
}
