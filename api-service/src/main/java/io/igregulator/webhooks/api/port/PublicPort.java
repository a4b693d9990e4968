package io.igregulator.webhooks.api.port;

import java.util.Objects;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The public port, as this machine reaches it. */
public final class PublicPort {
    private final BothSides factory;
    private final WebServerApplicationContext context;

    PublicPort(BothSides factory, WebServerApplicationContext context) {
        this.factory = factory;
        this.context = context;
    }

    /** Scheme, host and port. */
    public String localUrl() {
        String scheme = Ssl.isEnabled(factory.getSsl()) ? "https" : "http";
        return scheme + "://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }
}
