package io.igregulator.webhooks.api.port;

import jakarta.servlet.http.HttpServletRequest;

/** The two sides of the service, each with a port and paths of its own. */
enum Side {
    PUBLIC,
    ADMIN;

    static final String ATTRIBUTE = Side.class.getName();

    boolean serves(String path) {
        return switch (this) {
            case PUBLIC ->
                isUnder("/v1", path)
                        || isUnder("/docs", path)
                        || isUnder("/portal", path)
                        || path.equals("/openapi.json");
            case ADMIN -> isUnder("/operator", path) || isUnder("/console", path) || isUnder("/actuator", path);
        };
    }

    /** As the valve has marked it; a request without a mark is the public's. */
    static Side of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) == ADMIN ? ADMIN : PUBLIC;
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
