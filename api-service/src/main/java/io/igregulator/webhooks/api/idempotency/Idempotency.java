package io.igregulator.webhooks.api.idempotency;

import io.igregulator.webhooks.api.error.RepeatRefused;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request once: its effect and its answer are committed together, and a repeat gets that answer again. A request
 * that was refused has had no effect and is not kept; its repeat is evaluated again.
 */
@Component
public final class Idempotency {
    private final TransactionOperations transaction;
    private final AnswerStore answers;
    private final JsonMapper json;

    Idempotency(TransactionOperations transaction, AnswerStore answers, JsonMapper json) {
        this.transaction = transaction;
        this.answers = answers;
        this.json = json;
    }

    /** @param effect runs in a transaction if there is a key */
    public ResponseEntity<byte[]> answer(RepeatableRequest request, Supplier<Reply> effect) {
        return answer(request, () -> request, ignored -> effect.get());
    }

    /**
     * @param prepare runs outside of the transaction, since it may take long; a repeat does without
     * @param effect runs in a transaction if there is a key
     * @throws RepeatRefused if the key is another request's, or the first request is still under way
     */
    public <T> ResponseEntity<byte[]> answer(
            RepeatableRequest request, Supplier<T> prepare, Function<T, Reply> effect) {
        if (request.key().isEmpty()) {
            return Answer.of(effect.apply(prepare.get()), json).fresh();
        }
        String key = request.key().get();
        Optional<Answer> earlier = answers.find(request, key);
        if (earlier.isPresent()) {
            return earlier.get().replayed();
        }
        T prepared = prepare.get();
        return transaction.execute(status -> once(request, key, () -> effect.apply(prepared)));
    }

    private ResponseEntity<byte[]> once(RepeatableRequest request, String key, Supplier<Reply> effect) {
        if (!answers.lock(request, key)) {
            throw RepeatRefused.inProgress(IdempotencyKey.HEADER);
        }
        // Asked again, now that no other request can come in between.
        Optional<Answer> earlier = answers.find(request, key);
        if (earlier.isPresent()) {
            return earlier.get().replayed();
        }
        Answer answer = Answer.of(effect.get(), json);
        answers.keep(request, key, answer);
        return answer.fresh();
    }
}
