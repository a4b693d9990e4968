package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.account.Scope;
import io.igregulator.webhooks.api.session.Door;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and whose data the visitor sees. A method of a page that declares a parameter of this type gets it.
 *
 * @param name as the page shows it
 * @param returnUrl where the visitor came from; null if the link named none
 */
public record Visit(
        Door door,
        Reach reach,
        Scope role,
        Actor actor,
        String name,
        @Nullable URI returnUrl) {
    /** The request attribute that carries it from the filter to the page. */
    static final String ATTRIBUTE = Visit.class.getName();

    public boolean mayChange() {
        return role == Scope.WRITE;
    }

    public boolean isOperator() {
        return door == Door.CONSOLE;
    }
}
