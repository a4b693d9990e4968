package io.igregulator.webhooks.api.secret;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.idempotency.Idempotency;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.idempotency.Reply;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/webhooks/{id}/rotate_secret} and {@code …/revoke_secrets}. */
@RestController
final class RotationController {
    private final RotateSecret rotateSecret;
    private final RevokeSecrets revokeSecrets;
    private final Idempotency idempotency;

    RotationController(RotateSecret rotateSecret, RevokeSecrets revokeSecrets, Idempotency idempotency) {
        this.rotateSecret = rotateSecret;
        this.revokeSecrets = revokeSecrets;
        this.idempotency = idempotency;
    }

    @PostMapping(path = "/v1/webhooks/{id}/rotate_secret", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rotate(Caller caller, EndpointId id, IfMatch condition, IdempotencyKey key) {
        return idempotency.answer(
                key.of(caller.account()),
                () -> Reply.of(HttpStatus.OK, RotationView.of(rotateSecret.rotate(caller, id, condition))));
    }

    @PostMapping(path = "/v1/webhooks/{id}/revoke_secrets", produces = MediaType.APPLICATION_JSON_VALUE)
    RevocationView revoke(Caller caller, EndpointId id, IfMatch condition) {
        return new RevocationView(revokeSecrets.revoke(caller, id, condition));
    }

    /** How many secrets signed until now and do no longer. */
    record RevocationView(int revoked) {}

    /** The one answer that shows a rotated secret. */
    record RotationView(String newSecret, @Nullable Instant previousExpiresAt) {
        static RotationView of(RotateSecret.Rotated rotation) {
            return new RotationView(rotation.created().reveal(), rotation.previousExpiresAt());
        }

        @Override
        public String toString() {
            return "RotationView[previousExpiresAt=" + previousExpiresAt + "]";
        }
    }
}
