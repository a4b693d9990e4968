package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.JsonAnswer;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes a delivery in full: the JSON exactly as it is sent, or null when it is no longer kept,
 * and all attempts, a few at a time. No database connection is held while the reader takes its time.
 */
@Component
final class WriteDetail {
    /** With 4 KiB of response each they are less than a payload may be. */
    private static final int ATTEMPTS_AT_ONCE = 50;

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final DeliveryReader reader;
    private final AnswerMemory memory;
    private final JsonAnswer json;

    WriteDetail(DeliveryReader reader, AnswerMemory memory, JsonAnswer json) {
        this.reader = reader;
        this.memory = memory;
        this.json = json;
    }

    void write(EndpointId endpoint, DeliveryId id, HttpServletResponse response) throws IOException {
        DeliveryView delivery = reader.get(endpoint, id);
        try (AnswerMemory.Part _ = memory.take()) {
            byte[] payload = reader.payload(id).orElse(NULL);
            JsonAnswer.Parts answer = json.begin(response);
            answer.openObject(delivery);
            answer.raw(",\"payload\":");
            answer.raw(payload);
            answer.raw(",\"attempts\":[");
            attempts(id, answer);
            answer.raw("]}");
        }
    }

    private void attempts(DeliveryId id, JsonAnswer.Parts answer) throws IOException {
        int last = 0;
        List<AttemptView> attempts = reader.attempts(id, last, ATTEMPTS_AT_ONCE);
        while (!attempts.isEmpty()) {
            for (AttemptView attempt : attempts) {
                answer.raw(last == 0 ? "" : ",");
                answer.value(attempt);
                last = attempt.number();
            }
            attempts = reader.attempts(id, last, ATTEMPTS_AT_ONCE);
        }
    }
}
