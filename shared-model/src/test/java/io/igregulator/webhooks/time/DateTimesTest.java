package io.igregulator.webhooks.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-04-20T12:00:00Z, 2026-04-20T12:00:00Z",
        "2026-04-20t12:00:00z, 2026-04-20T12:00:00Z",
        "2026-04-20T12:00Z, 2026-04-20T12:00:00Z",
        "2026-04-20T12:00:00+02:00, 2026-04-20T10:00:00Z",
        "2026-04-20T12:00:00+0000, 2026-04-20T12:00:00Z",
        "2026-04-20T12:00:00.250-0530, 2026-04-20T17:30:00.250Z",
        "2026-04-20T12:00:00-00:00, 2026-04-20T12:00:00Z",
        "2026-04-20T12:00:00.1234567891Z, 2026-04-20T12:00:00.123456789Z",
        "2026-04-20T12:00:00.00000000000000000001+0200, 2026-04-20T10:00:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2016-12-31T23:59:60.5Z, 2017-01-01T00:00:00.5Z",
        "2017-01-01T00:59:60+01:00, 2017-01-01T00:00:00Z",
        "2016-12-31T15:59:60-0800, 2017-01-01T00:00:00Z"
    })
    void whatTheSchemasAllowIsRead(String text, String time) {
        assertThat(DateTimes.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-04-20",
                "2026-04-20T12:00:00",
                "2026-04-20T12:00:00 0000",
                "2026-04-20T12:00:00 02:00",
                "2026-04-20T12:00:60Z",
                "2026-04-20T23:59:60+02:00",
                "2026-04-20T23:59:61Z",
                "2026-04-20T25:00:00Z",
                "2026-04-31T12:00:00Z",
                "2026-04-20T12:00:00+000",
                "2026-04-20T12:00:00+9900",
                "yesterday"
            })
    void whatIsNotATimeIsRefused(String text) {
        assertThatThrownBy(() -> DateTimes.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
