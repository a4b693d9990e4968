package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.JsonAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a page around the published bytes, unchanged, one batch of bodies after the other. No database connection is held
 * while a batch is written, since how long that takes is up to the reader.
 */
@Component
final class WritePage {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReadBodies readBodies;

    WritePage(ReadBodies readBodies) {
        this.readBodies = readBodies;
    }

    void write(FeedPage page, JsonAnswer.Parts answer) throws IOException {
        answer.raw("{\"events\":[");
        List<FeedEntry> later = new ArrayList<>();
        int written = 0;
        for (FeedEntry entry : page.entries()) {
            if (entry.body() != null) {
                written = write(List.of(entry.body()), written, answer);
            } else if (entry.size() > 0) {
                later.add(entry);
            }
        }
        for (List<FeedEntry> batch : batches(later)) {
            written = write(readBodies.of(batch), written, answer);
        }
        answer.raw("],\"next_cursor\":\"" + page.next().text() + "\"}");
    }

    /** The most that {@link #write} holds at one time. */
    static int largestBatch(FeedPage page) {
        int first = page.entries().stream()
                .filter(entry -> entry.body() != null)
                .mapToInt(FeedEntry::size)
                .sum();
        List<FeedEntry> later =
                page.entries().stream().filter(entry -> entry.body() == null).toList();
        return batches(later).stream().mapToInt(WritePage::size).reduce(first, Math::max);
    }

    private static int write(List<byte[]> bodies, int writtenBefore, JsonAnswer.Parts answer) throws IOException {
        int written = writtenBefore;
        for (byte[] body : bodies) {
            answer.raw(written == 0 ? "" : ",");
            answer.raw(utf8(body));
            written++;
        }
        return written;
    }

    private static List<List<FeedEntry>> batches(List<FeedEntry> entries) {
        List<List<FeedEntry>> batches = new ArrayList<>();
        List<FeedEntry> batch = new ArrayList<>();
        for (FeedEntry entry : entries) {
            if (!batch.isEmpty() && size(batch) + entry.size() > AnswerMemory.BATCH) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(entry);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static int size(List<FeedEntry> batch) {
        return batch.stream().mapToInt(FeedEntry::size).sum();
    }

    /** What was published with a byte order mark, or in UTF-16, would make the whole answer unreadable. */
    private static byte[] utf8(byte[] body) {
        boolean plain = body.length > 1 && (body[0] == '{' || Character.isWhitespace(body[0])) && body[1] != 0;
        return plain ? body : JSON.writeValueAsBytes(JSON.readTree(body));
    }
}
