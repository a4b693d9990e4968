package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;

/** The two sides of the service, each with a document, routes and a port of its own. */
enum Documented {
    PUBLIC("/openapi.json", "/v1", "/webhooks"),
    OPERATOR("/operator/openapi.json", "/operator/v1", "/accounts");

    private final String document;
    private final String root;
    private final String collection;

    Documented(String document, String root, String collection) {
        this.document = document;
        this.root = root;
        this.collection = collection;
    }

    /** Where its document is. */
    String document() {
        return document;
    }

    /** The page that shows it. */
    String page() {
        return document.replace("openapi.json", "docs");
    }

    boolean has(String route) {
        return route.startsWith(root + "/");
    }

    /** A path below its root. */
    String path(String rest) {
        return root + rest;
    }

    /** A route that has GET and POST, and no PUT. */
    String collection() {
        return path(collection);
    }

    int port(RunningApi api) {
        return switch (this) {
            case PUBLIC -> api.port();
            case OPERATOR -> api.operatorPort();
        };
    }

    /** Without a credential. */
    Client stranger(RunningApi api) {
        return switch (this) {
            case PUBLIC -> api.anonymous();
            case OPERATOR -> api.operator().authorization(null);
        };
    }
}
