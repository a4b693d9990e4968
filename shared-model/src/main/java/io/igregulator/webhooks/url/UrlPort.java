package io.igregulator.webhooks.url;

/** The port that a URL leads to, named in it or not. */
public final class UrlPort {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private UrlPort() {}

    /** @param port negative for one that is not named */
    public static int of(String scheme, int port) {
        if (port >= 0) {
            return port;
        }
        return scheme.equalsIgnoreCase("https") ? HTTPS : HTTP;
    }
}
