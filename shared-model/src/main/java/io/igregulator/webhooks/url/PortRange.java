package io.igregulator.webhooks.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports from the first to the last, written {@code 443} or {@code 9000-9999}. */
record PortRange(int first, int last) {
    private static final int MAX_PORT = 65535;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    PortRange {
        if (first < 1 || last < first || last > MAX_PORT) {
            throw new IllegalArgumentException("not a range of ports from 1 to " + MAX_PORT);
        }
    }

    /** @throws IllegalArgumentException unless {@code text} is a port, or two with a hyphen between them */
    static PortRange parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a port such as 443, or a range of them such as 9000-9999: " + text);
        }
        int first = Integer.parseInt(matcher.group(1));
        return new PortRange(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2)));
    }

    boolean contains(int port) {
        return first <= port && port <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
