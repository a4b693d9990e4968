package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.RepeatableRequest;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
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

/** {@code POST /v1/webhooks/{id}/recover} and {@code POST /v1/recover}, and how far what it began has come. */
@RestController
final class RecoveryController {
    private static final String ALL = "/v1/webhooks/{id}/recoveries";

    private final StartRecovery start;
    private final RecoverAccount account;
    private final EndpointReader endpoints;
    private final RecoveryReader reader;
    private final InstantSource clock;
    private final Idempotency idempotency;

    RecoveryController(
            StartRecovery start,
            RecoverAccount account,
            EndpointReader endpoints,
            RecoveryReader reader,
            InstantSource clock,
            Idempotency idempotency) {
        this.start = start;
        this.account = account;
        this.endpoints = endpoints;
        this.reader = reader;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    @PostMapping(path = "/v1/webhooks/{id}/recover", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> recover(
            Caller caller,
            EndpointId id,
            JsonBody body,
            IdempotencyKey key,
            @Takes(RecoveryRequest.DRY_RUN) QueryParameters parameters) {
        return idempotency.answer(repeatable(caller, body, key, parameters), () -> {
            body.allowOnly(RecoverySpan.SINCE, RecoverySpan.UNTIL, RecoveryKind.FIELD);
            Instant now = now();
            RecoveryView recovery = start.start(caller, id, RecoveryRequest.of(body, parameters, now), now);
            return Reply.of(HttpStatus.ACCEPTED, recovery)
                    .header(HttpHeaders.LOCATION, "/v1/webhooks/" + id + "/recoveries/" + recovery.id());
        });
    }

    @PostMapping(path = "/v1/recover", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> recoverAccount(
            Caller caller,
            JsonBody body,
            IdempotencyKey key,
            @Takes(RecoveryRequest.DRY_RUN) QueryParameters parameters) {
        return idempotency.answer(repeatable(caller, body, key, parameters), () -> {
            body.allowOnly(RecoverySpan.SINCE, RecoverySpan.UNTIL, RecoveryKind.FIELD, RecoverAccount.WEBHOOKS);
            Instant now = now();
            RecoveryRequest request = RecoveryRequest.of(body, parameters, now);
            return Reply.of(
                    HttpStatus.ACCEPTED,
                    new RecoveryList(account.start(caller, body.optional(RecoverAccount.WEBHOOKS), request, now)));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A request that only counts is not the repeat of one that sends. */
    private static RepeatableRequest repeatable(
            Caller caller, JsonBody body, IdempotencyKey key, QueryParameters parameters) {
        return parameters
                .text(RecoveryRequest.DRY_RUN)
                .map(given -> key.with(RecoveryRequest.DRY_RUN + "=" + given))
                .orElse(key)
                .of(caller.account(), body);
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

    /** The answer to a listing, and to a request for several endpoints. */
    record RecoveryList(List<RecoveryView> recoveries) {}
}
