package io.igregulator.webhooks.url;

import java.util.List;

/** Decides whether a webhook may be sent to a port. */
public final class PortPolicy {
    private final List<PortRange> allowed;

    /** @param allowed none for any port */
    PortPolicy(List<PortRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    public boolean permits(int port) {
        return allowed.isEmpty() || allowed.stream().anyMatch(range -> range.contains(port));
    }

    /** For the integrator: {@code 443, 8443, 9000-9999}. */
    @Override
    public String toString() {
        return String.join(", ", allowed.stream().map(PortRange::toString).toList());
    }
}
