package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.ReplayId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /operator/v1/replays}: has stored events fanned out again, and shows how far that has come. */
@RestController
final class ReplayController {
    private static final String REPLAYS = "/operator/v1/replays";

    private final StartReplay start;
    private final ReplayStore replays;
    private final Idempotency idempotency;

    ReplayController(StartReplay start, ReplayStore replays, Idempotency idempotency) {
        this.start = start;
        this.replays = replays;
        this.idempotency = idempotency;
    }

    @PostMapping(path = REPLAYS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(Actor actor, JsonBody body, IdempotencyKey key) {
        return idempotency.answer(key.ofOperator(body), () -> {
            ReplayView replay = start.start(actor, ReplaySpan.of(body));
            return Reply.of(HttpStatus.ACCEPTED, replay).header(HttpHeaders.LOCATION, REPLAYS + "/" + replay.id());
        });
    }

    @GetMapping(path = REPLAYS + "/{replay_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ReplayView get(ReplayId replay) {
        return replays.get(replay);
    }
}
