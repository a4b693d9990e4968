package io.igregulator.webhooks.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code date-time} as the schemas mean it (RFC 3339), which is more than the JDK's reader takes: leap seconds and
 * fractions of any length. It also reads ISO-8601's basic offset, {@code +0000}, which clients that are generated send.
 */
public final class DateTimes {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final Pattern BEYOND_NANOSECONDS = Pattern.compile("(\\.\\d{9})\\d+");
    private static final Pattern BASIC_OFFSET = Pattern.compile("([Tt]\\d\\d:.*[+-]\\d\\d)(\\d\\d)");
    private static final Pattern LEAP_SECOND = Pattern.compile("(.*[Tt]\\d\\d:\\d\\d:)60(.*)");

    private DateTimes() {}

    /**
     * A leap second is the one after it, and what is finer than a nanosecond is cut off.
     *
     * @throws DateTimeException unless it is a date and a time with an offset
     */
    public static Instant parse(String text) {
        try {
            return instant(text);
        } catch (DateTimeParseException e) {
            return rewritten(text);
        }
    }

    private static Instant rewritten(String text) {
        String fraction = BEYOND_NANOSECONDS.matcher(text).replaceFirst("$1");
        String plain = BASIC_OFFSET.matcher(fraction).replaceFirst("$1:$2");
        Matcher leap = LEAP_SECOND.matcher(plain);
        return leap.matches() ? leapSecond(leap.group(1) + "59" + leap.group(2)) : instant(plain);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Instant leapSecond(String before) {
        Instant time = instant(before);
        if (!time.atOffset(ZoneOffset.UTC)
                .toLocalTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(LAST_SECOND)) {
            throw new DateTimeParseException("only a day in UTC ends with a leap second", before, 0);
        }
        return time.plusSeconds(1);
    }
}
