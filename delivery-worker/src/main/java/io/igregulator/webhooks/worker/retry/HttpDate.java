package io.igregulator.webhooks.worker.retry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Reads an HTTP date in each of the three forms that a recipient has to accept (RFC 9110, section 5.6.7). */
final class HttpDate {
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

    /** A year of two digits that would lie further ahead is one of the past. */
    private static final int YEARS_AHEAD = 50;

    private static final String LEAP_SECOND = ":60";

    private HttpDate() {}

    /** Empty for what is none of the three. */
    static Optional<Instant> read(String text, Instant now) {
        boolean leap = text.contains(LEAP_SECOND);
        // java.time has no leap seconds: the one before it, and a second.
        String date = leap ? text.replace(LEAP_SECOND, ":59") : text;
        try {
            return Optional.of(parse(date, now).plusSeconds(leap ? 1 : 0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant parse(String date, Instant now) {
        if (date.indexOf(',') < 0) {
            return LocalDateTime.parse(date, ASCTIME).toInstant(ZoneOffset.UTC);
        }
        return date.indexOf('-') < 0
                ? ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant()
                : LocalDateTime.parse(date, rfc850(now)).toInstant(ZoneOffset.UTC);
    }

    private static DateTimeFormatter rfc850(Instant now) {
        LocalDate firstYear = now.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(99 - YEARS_AHEAD);
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
