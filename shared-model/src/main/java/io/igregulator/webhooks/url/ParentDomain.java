package io.igregulator.webhooks.url;

import java.util.Locale;

/** The part of a host name that one registrant is likely to hold, by a rule of thumb instead of the list of all registries. */
final class ParentDomain {
    /** {@code co}, {@code com}, {@code gov} and the like, below a country's domain of two letters. */
    private static final int LONGEST_CATEGORY = 3;

    private static final int COUNTRY = 2;

    private ParentDomain() {}

    /** {@code example.com} of {@code a.b.example.com}, {@code example.co.uk} of {@code a.example.co.uk}. */
    static String of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int last = name.lastIndexOf('.');
        int second = name.lastIndexOf('.', last - 1);
        boolean category = name.length() - last - 1 == COUNTRY && last - second - 1 <= LONGEST_CATEGORY;
        int start = category && second > 0 ? name.lastIndexOf('.', second - 1) : second;
        return name.substring(start + 1);
    }
}
