package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.recipient.Audience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Third step: who gets this batch. Answers come from memory as long as nothing that decides over them has changed, which
 * is asked once per batch, after its records were read: a change that was committed before an event was published holds
 * for that event.
 */
final class FindRecipients {
    /**
     * PostgreSQL's numbers of transactions start again where a dump was restored or a standby lost the last of them; then a
     * change can hide from an old snapshot, but not for longer than this.
     */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final ReadRecipients read;
    private final RecipientChanges changes;
    private final int limit;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable RecipientMemory> current = new AtomicReference<>();

    /** @param limit recipients kept in memory; 0 for none */
    FindRecipients(ReadRecipients read, RecipientChanges changes, int limit, LongSupplier nanoTime) {
        this.read = read;
        this.changes = changes;
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** Asks for changes when it is first asked for recipients. */
    RecipientsOfRound round() {
        RecipientMemory[] memory = new RecipientMemory[1];
        return events -> {
            if (memory[0] == null) {
                memory[0] = memory();
            }
            return of(events, memory[0]);
        };
    }

    private List<Recipients> of(List<PublishedEvent> events, RecipientMemory memory) {
        List<Audience> audiences =
                events.stream().map(event -> Audience.of(event.envelope())).toList();
        Map<Audience, Recipients> found = new HashMap<>();
        Set<Audience> unknown = new LinkedHashSet<>();
        for (Audience audience : audiences) {
            Recipients known = memory.of(audience);
            if (known == null) {
                unknown.add(audience);
            } else {
                found.put(audience, known);
            }
        }
        if (!unknown.isEmpty()) {
            List<Audience> asked = List.copyOf(unknown);
            List<Recipients> answers = read.of(asked);
            for (int i = 0; i < asked.size(); i++) {
                found.put(asked.get(i), answers.get(i));
                if (asked.get(i).recurs()) {
                    memory.keep(asked.get(i), answers.get(i));
                }
            }
        }
        List<Recipients> all = new ArrayList<>(events.size());
        audiences.forEach(audience -> all.add(Objects.requireNonNull(found.get(audience))));
        return all;
    }

    /** What may be answered from now: the present memory if nothing has changed since, or an empty one. */
    private RecipientMemory memory() {
        if (limit == 0) {
            return new RecipientMemory("", nanoTime.getAsLong(), 0);
        }
        RecipientMemory known = current.get();
        if (known == null || known.ageNanos(nanoTime.getAsLong()) > MAX_AGE.toNanos()) {
            return replace(changes.snapshot());
        }
        RecipientChanges.Answer answer = changes.since(known.snapshot());
        return answer.changed() ? replace(answer.snapshot()) : known;
    }

    private RecipientMemory replace(String snapshot) {
        RecipientMemory fresh = new RecipientMemory(snapshot, nanoTime.getAsLong(), limit);
        current.set(fresh);
        return fresh;
    }
}
