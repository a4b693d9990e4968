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

/** Writes endpoints of an account, of which there may be any number, one batch after another. */
@Component
final class WriteEndpoints {
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

    void write(AccountId account, EndpointQuery query, HttpServletResponse response) throws IOException {
        EndpointBatches batches = new EndpointBatches(reader, account, query);
        List<Endpoint> first = batches.next();
        if (!batches.hasNext()) {
            write(first, batches, query, response);
            return;
        }
        try (AnswerMemory.Part _ = memory.take()) {
            write(first, batches, query, response);
        }
    }

    private void write(List<Endpoint> first, EndpointBatches batches, EndpointQuery query, HttpServletResponse response)
            throws IOException {
        JsonAnswer.Parts answer = json.begin(response);
        answer.raw("{\"webhooks\":[");
        String separator = "";
        for (List<Endpoint> batch = first; !batch.isEmpty(); batch = batches.next()) {
            Map<EndpointId, EndpointHealth> states =
                    health.of(batch.stream().map(Endpoint::id).toList());
            for (Endpoint endpoint : batch) {
                answer.raw(separator);
                answer.value(EndpointView.of(endpoint, states.getOrDefault(endpoint.id(), EndpointHealth.NEW)));
                separator = ",";
            }
        }
        answer.raw("]");
        if (query.limit() != null) {
            answer.raw(",\"next_cursor\":");
            answer.value(batches.nextCursor());
        }
        answer.raw("}");
    }
}
