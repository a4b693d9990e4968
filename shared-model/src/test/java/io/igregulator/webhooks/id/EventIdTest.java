package io.igregulator.webhooks.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
    private static final Instant TIME = Instant.parse("2026-04-20T12:34:56.789Z");

    @Test
    void carriesItsTimeAndSurvivesItsWireForm() {
        EventId id = EventId.create(TIME, new Random(1));

        assertThat(id.time()).isEqualTo(TIME);
        assertThat(id.toString()).matches("evt_[0-7][0-9A-HJKMNP-TV-Z]{25}");
        assertThat(EventId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void sortsByTimeAsTextAsBitsAndAsItself() {
        Random random = new Random(2);
        EventId earlier = EventId.create(TIME, random);
        EventId later = EventId.create(TIME.plusMillis(1), random);

        assertThat(earlier).isLessThan(later);
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(earlier.bits().toString()).isLessThan(later.bits().toString());
    }

    @Test
    void holdsTheLastMillisecondOfItsRangeAndNoneBeyond() {
        Instant last = Instant.ofEpochMilli((1L << 48) - 1);

        assertThat(EventId.create(last, new Random(3)).time()).isEqualTo(last);
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.create(last.plusMillis(1), new Random(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventId.create(Instant.EPOCH.minusMillis(1), new Random(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evt_",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "EVT_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "evt_test_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                " evt_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "evt_01arz3ndektsv4rrffq69g5fav"
            })
    void refusesEveryOtherSpelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventId.parse(text));
    }
}
