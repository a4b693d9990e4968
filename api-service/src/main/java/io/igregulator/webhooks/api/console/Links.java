package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.EndpointView;
import io.igregulator.webhooks.api.find.Hit;
import io.igregulator.webhooks.id.AccountId;
import java.util.Objects;

/** The paths of pages, for templates and redirects. */
public final class Links {
    private Links() {}

    /** Below which the pages of an account are, for this visitor. */
    public static String base(Visit visit, AccountId account) {
        return visit.isOperator() ? Paths.CONSOLE + "/accounts/" + account : Paths.PORTAL;
    }

    public static String to(Visit visit, Hit hit) {
        return switch (hit) {
            case Hit.OfEvent event -> visit.door().root() + "/events/" + event.id();
            case Hit.OfDelivery delivery ->
                base(visit, delivery.account()) + "/endpoints/" + delivery.endpoint() + "/deliveries/" + delivery.id();
            case Hit.OfEndpoint endpoint -> base(visit, endpoint.account()) + "/endpoints/" + endpoint.id();
            case Hit.OfAccount account -> Paths.CONSOLE + "/accounts/" + account.id();
            case Hit.OfKey key -> base(visit, key.account()) + Paths.KEYS;
        };
    }

    /** What its owner calls it, or what people know it by. */
    public static String name(EndpointView endpoint) {
        return Objects.requireNonNullElseGet(endpoint.name(), () -> shortUrl(endpoint.url()));
    }

    /** Host, port and path, by which people know an endpoint; the query may hold a credential. */
    public static String shortUrl(String url) {
        int from = url.indexOf("://");
        String rest = from < 0 ? url : url.substring(from + "://".length());
        int query = rest.indexOf('?');
        return query < 0 ? rest : rest.substring(0, query) + "?…";
    }
}
