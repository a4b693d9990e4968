package io.igregulator.webhooks.local.smoke;

/** The contract's rule for who gets an event, written down a second time: the run must not trust the code it checks. */
final class WhoGetsIt {
    private WhoGetsIt() {}

    static boolean gets(SmokeEndpoint endpoint, SmokeEvent event) {
        return endpoint.active()
                && endpoint.events().contains(event.event().type())
                && furtherCondition(endpoint, event);
    }

    private static boolean furtherCondition(SmokeEndpoint endpoint, SmokeEvent event) {
        String type = event.event().type().wireName();
        String family = type.substring(0, type.indexOf('.'));
        return switch (family) {
            case "license", "regulatory_action" -> !endpoint.watchlistOnly() || watched(endpoint, event);
            case "coverage" -> true;
            case "webhook" ->
                event.degraded().filter(about -> isSibling(endpoint, about)).isPresent();
            default -> throw new IllegalStateException("the contract has no " + type);
        };
    }

    private static boolean watched(SmokeEndpoint endpoint, SmokeEvent event) {
        String slug = event.event().operatorSlug();
        return slug != null && endpoint.owner().watches(slug);
    }

    private static boolean isSibling(SmokeEndpoint endpoint, SmokeEndpoint about) {
        return about.owner().equals(endpoint.owner()) && !about.equals(endpoint);
    }
}
