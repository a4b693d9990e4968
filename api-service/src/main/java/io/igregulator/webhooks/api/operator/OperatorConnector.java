package io.igregulator.webhooks.api.operator;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** The second port of the one Tomcat. */
final class OperatorConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final OperatorProperties properties;
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    OperatorConnector(OperatorProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        connector.setPort(properties.port());
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
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
