package io.igregulator.webhooks.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void aHeaderIsReadAndWritten() {
        assertThat(TraceParent.read("00-" + TRACE + "-" + SPAN + "-01")).hasValueSatisfying(read -> {
            assertThat(read).isEqualTo(new TraceParent(TRACE, SPAN, true));
            assertThat(read.header()).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
        });
        assertThat(TraceParent.read("00-" + TRACE + "-" + SPAN + "-02")).contains(new TraceParent(TRACE, SPAN, false));
    }

    @Test
    void laterVersionsMayHaveMoreFields() {
        assertThat(TraceParent.read("cc-" + TRACE + "-" + SPAN + "-01-more"))
                .contains(new TraceParent(TRACE, SPAN, true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1"
            })
    void whatIsMalformedIsIgnored(String header) {
        assertThat(TraceParent.read(header)).isEmpty();
    }

    /** printf %s evt_01H0000000000000000000000V | sha256sum | cut -c1-32 */
    @Test
    void theTraceOfAnEventFollowsFromItsId() {
        assertThat(EventTrace.id(EventId.parse("evt_01H0000000000000000000000V")))
                .isEqualTo("5a106348037106bd127ba949fe24bef9");
    }
}
