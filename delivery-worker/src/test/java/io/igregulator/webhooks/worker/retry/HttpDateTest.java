package io.igregulator.webhooks.worker.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    /** The first three are the examples of RFC 9110, section 5.6.7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
                "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
                "Sun Nov  6 08:49:37 1994 | 1994-11-06T08:49:37Z",
                "Fri Dec 31 23:59:59 2027 | 2027-12-31T23:59:59Z",
                "Friday, 31-Dec-27 23:59:59 GMT | 2027-12-31T23:59:59Z",
                "Saturday, 31-Dec-77 23:59:59 GMT | 1977-12-31T23:59:59Z",
                "Sat, 31 Dec 2016 23:59:60 GMT | 2017-01-01T00:00:00Z",
                "Saturday, 31-Dec-16 23:59:60 GMT | 2017-01-01T00:00:00Z",
                "Sat Dec 31 23:59:60 2016 | 2017-01-01T00:00:00Z"
            })
    void readsAllThreeFormsAndLeapSeconds(String text, Instant expected) {
        assertThat(HttpDate.read(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "-", "soon", "Mon, 99 Foo 2026 25:61:61 GMT", "1994-11-06T08:49:37Z"})
    void readsNothingElse(String text) {
        assertThat(HttpDate.read(text, NOW)).isEmpty();
    }
}
