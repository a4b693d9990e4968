package io.igregulator.webhooks.port;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 over connections that are guarded. Public with a public constructor, since Tomcat creates it by name. */
public final class GuardedProtocol extends Http11NioProtocol {
    private final GuardedEndpoint endpoint;

    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Before it starts. */
    public void configure(ConnectionProperties properties) {
        setMaxConnections(properties.maxPerPort());
        // Between two reads, which is how long a connection may say nothing at all; the whole head has its own
        // deadline.
        setConnectionTimeout(Math.toIntExact(properties.headTimeout().toMillis()));
        setKeepAliveTimeout(Math.toIntExact(properties.idleTimeout().toMillis()));
        endpoint.headTimeout(properties.headTimeout());
        // A request that is refused before its body was read ends its connection, and says so. Tomcat would read up to
        // 2 MB more of it, with a deadline for each byte only.
        setMaxSwallowSize(0);
    }
}
