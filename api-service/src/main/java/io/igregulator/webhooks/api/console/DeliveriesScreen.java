package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.delivery.ListDeliveries.DeliveryPage;
import java.util.List;

/**
 * Deliveries of an endpoint, newest first.
 *
 * @param path of the endpoint's page
 */
public record DeliveriesScreen(
        Frame frame,
        String path,
        String url,
        DeliveryChoice choice,
        List<String> states,
        List<String> types,
        DeliveryPage page)
        implements Screen {
    public DeliveriesScreen {
        states = List.copyOf(states);
        types = List.copyOf(types);
    }

    @Override
    public String template() {
        return "deliveries";
    }

    /** The next page's, with the same choice. */
    public String next() {
        return path + "/deliveries?" + choice.query() + "&cursor=" + page.nextCursor();
    }
}
