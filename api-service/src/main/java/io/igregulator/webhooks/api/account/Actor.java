package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.KeyId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who makes a change, and from where. A controller that declares a parameter of this type gets it. */
public sealed interface Actor {
    /** The request attribute that carries it from a filter to the controller. */
    String ATTRIBUTE = Actor.class.getName();

    /** Of the connection, or what a trusted proxy says of it. */
    String remoteAddress();

    /** Marks the request as this actor's. */
    default void actsIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** An integrator, known by the key of the request. */
    record KeyHolder(KeyId key, String remoteAddress) implements Actor {}

    /**
     * A caller with a token of the operator's.
     *
     * @param name the token's; null for the one that has none
     */
    record Admin(@Nullable String name, String remoteAddress) implements Actor {}

    /** A visitor of the customers' portal, whom the platform has sent there. */
    record PortalVisitor(String remoteAddress) implements Actor {}
}
