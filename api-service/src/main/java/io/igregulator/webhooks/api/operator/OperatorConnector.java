package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.port.ConnectionProperties;
import io.igregulator.webhooks.port.GuardedProtocol;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** The second port of the one Tomcat. */
final class OperatorConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final OperatorProperties properties;
    private final ConnectionProperties connections;
    private final Connector connector = new Connector(GuardedProtocol.class.getName());

    OperatorConnector(OperatorProperties properties, ConnectionProperties connections) {
        this.properties = properties;
        this.connections = connections;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        connector.setPort(properties.port());
        if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
            protocol.configure(connections);
            protocol.setAddress(properties.address());
            protocol.setExecutor(new VirtualThreadExecutor("operator-"));
        }
        factory.addAdditionalConnectors(connector);
        factory.addEngineValves(new SideValve(connector));
    }

    /** Negative before the server has started. */
    int localPort() {
        return connector.getLocalPort();
    }
}
