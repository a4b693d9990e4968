package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/webhooks/{id}/recover}, and how far what it began has come. */
@RestController
final class RecoveryController {
    private static final String ALL = "/v1/webhooks/{id}/recoveries";

    private final StartRecovery start;
    private final EndpointReader endpoints;
    private final RecoveryReader reader;
    private final InstantSource clock;
    private final Idempotency idempotency;

    RecoveryController(
            StartRecovery start,
            EndpointReader endpoints,
            RecoveryReader reader,
            InstantSource clock,
            Idempotency idempotency) {
        this.start = start;
        this.endpoints = endpoints;
        this.reader = reader;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    @PostMapping(path = "/v1/webhooks/{id}/recover", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> recover(Caller caller, EndpointId id, JsonBody body, IdempotencyKey key) {
        return idempotency.answer(key.of(caller.account(), body), () -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            RecoveryView recovery = start.start(caller, id, RecoverySpan.of(body, now), now);
            return Reply.of(HttpStatus.ACCEPTED, recovery)
                    .header(HttpHeaders.LOCATION, "/v1/webhooks/" + id + "/recoveries/" + recovery.id());
        });
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    RecoveryList list(Caller caller, EndpointId id) {
        endpoints.get(caller.account(), id);
        return new RecoveryList(reader.list(id));
    }

    @GetMapping(path = ALL + "/{recovery_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    RecoveryView get(Caller caller, EndpointId id, RecoveryId recovery) {
        endpoints.get(caller.account(), id);
        return reader.get(id, recovery);
    }

    /** The answer to a listing. */
    record RecoveryList(List<RecoveryView> recoveries) {}
}
