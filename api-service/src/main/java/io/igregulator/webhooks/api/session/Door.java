package io.igregulator.webhooks.api.session;

import java.util.Locale;

/** The two ways to the pages. A session opens the one that it was made for. */
public enum Door {
    /** The operator's, on the operator's port. */
    CONSOLE,
    /** The customers', on the public port. */
    PORTAL;

    /** The path below which its pages are. */
    public String root() {
        return "/" + wireName();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param path of a page */
    public static Door of(String path) {
        return path.startsWith(PORTAL.root()) ? PORTAL : CONSOLE;
    }
}
