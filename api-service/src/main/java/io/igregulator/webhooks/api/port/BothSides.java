package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.port.GuardedProtocol;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * The one Tomcat with two ports. The operator's is customized by the code that customizes the public one, so that TLS, limits
 * and deadlines ({@code server.ssl.*}, {@code server.tomcat.*}) hold on both; address, port and thread names are its own.
 */
final class BothSides extends TomcatServletWebServerFactory {
    private final AdminPortProperties properties;
    private final AtomicReference<@Nullable Connector> operator = new AtomicReference<>();

    BothSides(AdminPortProperties properties) {
        this.properties = properties;
    }

    @Override
    public WebServer getWebServer(ServletContextInitializer... initializers) {
        requireTls();
        Connector connector = connector();
        operator.set(connector);
        addAdditionalConnectors(connector);
        addEngineValves(new SideValve(connector));
        return super.getWebServer(initializers);
    }

    /** A deployment that encrypts what its customers send means its own token as well. */
    private void requireTls() {
        if (Ssl.isEnabled(getSsl())
                && !properties.tls()
                && !properties.address().isLoopbackAddress()) {
            throw new InvalidConfigurationPropertyValueException(
                    "webhooks.operator.tls",
                    false,
                    "server.ssl is set, and webhooks.operator.address is not a loopback address: the token that owns every"
                            + " account would travel in the clear");
        }
    }

    private Connector connector() {
        Connector connector = new Connector(GuardedProtocol.class.getName());
        connector.setThrowOnFailure(true);
        customizeLikeThePublicOne(connector);
        connector.setPort(properties.port());
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(properties.address());
            protocol.setExecutor(new VirtualThreadExecutor("operator-"));
        }
        return connector;
    }

    private void customizeLikeThePublicOne(Connector connector) {
        @Nullable Ssl ssl = getSsl();
        if (!properties.tls()) {
            setSsl(null);
        }
        customizeConnector(connector);
        setSsl(ssl);
    }

    /** Negative before the server has started. */
    int operatorPort() {
        @Nullable Connector connector = operator.get();
        return connector == null ? -1 : connector.getLocalPort();
    }
}
