package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {
    /** Lines of ten bytes, bodies of forty. */
    private static final NdjsonLines.Limits SMALL = new NdjsonLines.Limits() {
        @Override
        public int maxLineBytes() {
            return 10;
        }

        @Override
        public long maxBytes() {
            return 40;
        }

        @Override
        public ApiError longLine(long number) {
            return InvalidRequest.unreadable("line " + number + " is too long");
        }

        @Override
        public ApiError largeBody() {
            return InvalidRequest.unreadable("the body is too large");
        }
    };

    @Test
    void linesEndWithALineFeedOrBothOrTheBody() throws IOException {
        assertThat(lines("{\"a\":1}\r\n\n{\"a\":2}\n{\"a\":3}"))
                .containsExactly("{\"a\":1}", "", "{\"a\":2}", "{\"a\":3}");
        assertThat(lines("{}\n")).containsExactly("{}");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineOfExactlyTheLimitPassesWithEitherEnd() throws IOException {
        assertThat(lines("0123456789\r\n0123456789\n0123456789")).hasSize(3);
    }

    @Test
    void aLongerLineIsRefusedByItsNumber() {
        assertThatThrownBy(() -> lines("{}\n\n01234567890\n")).hasMessage("line 3 is too long");
        assertThatThrownBy(() -> lines("01234567890")).hasMessage("line 1 is too long");
    }

    @Test
    void aLargerBodyIsRefused() {
        assertThatThrownBy(() -> lines("0123456789\n".repeat(4))).hasMessage("the body is too large");
    }

    private static List<String> lines(String body) throws IOException {
        var lines = new NdjsonLines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), SMALL);
        var read = new ArrayList<String>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            assertThat(lines.number()).isEqualTo(read.size() + 1L);
            read.add(new String(line, StandardCharsets.UTF_8));
        }
        return read;
    }
}
