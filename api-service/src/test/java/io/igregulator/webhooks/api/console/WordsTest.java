package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T14:20:55Z");

    @Test
    void saysHowLongAgoInOneUnit() {
        assertThat(Words.ago(NOW.minusSeconds(5), NOW)).isEqualTo("5 s");
        assertThat(Words.ago(NOW.minusSeconds(119), NOW)).isEqualTo("119 s");
        assertThat(Words.ago(NOW.minusSeconds(120), NOW)).isEqualTo("2 min");
        assertThat(Words.ago(NOW.minusSeconds(7_200), NOW)).isEqualTo("2 h");
        assertThat(Words.ago(NOW.minusSeconds(172_800), NOW)).isEqualTo("2 d");
        // Another process's clock may be ahead.
        assertThat(Words.ago(NOW.plusSeconds(3), NOW)).isEqualTo("0 s");
    }

    @Test
    void writesNumbersTimesAndCodesForPeople() {
        assertThat(Words.number(1_234_567)).isEqualTo("1\u202F234\u202F567");
        assertThat(Words.time(NOW)).isEqualTo("26 Nov 2026 14:20:55");
        assertThat(Words.error("http_503")).isEqualTo("HTTP 503");
        assertThat(Words.error("connect_timeout")).isEqualTo("connect timeout");
        assertThat(Words.sentence("no such webhook")).isEqualTo("No such webhook.");
    }
}
