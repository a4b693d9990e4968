package io.igregulator.webhooks.api.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pages write times, numbers and the texts of the API, in words for people. */
public final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MACHINE = DateTimeFormatter.ISO_INSTANT;
    private static final int TAIL = 4;

    private Words() {}

    /** In UTC; a script of the page writes it in the reader's own zone. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    public static String machine(Instant time) {
        return MACHINE.format(time);
    }

    public static String number(long number) {
        // A narrow space, so that no reader takes it for a decimal point.
        return String.format(Locale.ENGLISH, "%,d", number).replace(',', '\u202F');
    }

    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** How long ago, in the largest unit that is not 0. */
    public static String ago(Instant time, Instant now) {
        Duration since = Duration.between(time, now);
        if (since.toDays() > 1) {
            return since.toDays() + " d";
        }
        if (since.toHours() > 1) {
            return since.toHours() + " h";
        }
        if (since.toMinutes() > 1) {
            return since.toMinutes() + " min";
        }
        return Math.max(0, since.toSeconds()) + " s";
    }

    /** {@code http_503} and the like, as people say it. */
    public static String error(String code) {
        return code.startsWith("http_") ? "HTTP " + code.substring("http_".length()) : code.replace('_', ' ');
    }

    /** The end of an id, by which people distinguish two. */
    public static String tail(String id) {
        return "…" + id.substring(Math.max(0, id.length() - TAIL));
    }

    public static String sentence(String text) {
        String begun = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    public static @Nullable String sentenceOrNull(@Nullable String text) {
        return text == null ? null : sentence(text);
    }
}
