package io.igregulator.webhooks.access;

/** Where the actuator is, and what of it needs no token. */
public final class Actuator {
    public static final String ROOT = "/actuator";

    private static final String HEALTH = ROOT + "/health";
    private static final String PROMETHEUS = ROOT + "/prometheus";

    private Actuator() {}

    /**
     * Probes and scrapers come without a credential. Everything else may show settings or change them.
     *
     * @param path decoded and normalised
     */
    public static boolean isOpen(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/") || path.equals(PROMETHEUS);
    }
}
