import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.DeliveriesApi;
import org.openapitools.client.api.WatchlistApi;
import org.openapitools.client.api.WebhooksApi;
import org.openapitools.client.model.CreateWebhook;
import org.openapitools.client.model.CreatedWebhook;
import org.openapitools.client.model.Delivery;
import org.openapitools.client.model.DeliveryStatus;
import org.openapitools.client.model.Event;
import org.openapitools.client.model.FeedPage;
import org.openapitools.client.model.RecoverWebhook;
import org.openapitools.client.model.UpdateWebhook;
import org.openapitools.client.model.WatchOperator;

/** A whole session with the generated client. Prints a step and what came of it, a line each. */
final class Session {
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(ENVIRONMENT.get("SERVICE"));
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + ENVIRONMENT.get("API_KEY")));
        OffsetDateTime anHourAgo = OffsetDateTime.now().minusHours(1);

        WebhooksApi webhooks = new WebhooksApi(client);
        CreatedWebhook created = webhooks.createWebhook(
                new CreateWebhook().url(URI.create(ENVIRONMENT.get("RECEIVER")))
                        .events(List.of("license.issued", "license.*")),
                null);
        UUID id = created.getId();
        say("create", created.getSecret().substring(0, 6));
        say("list", webhooks.listWebhooks(null, null, null, null, null).getWebhooks().stream()
                .filter(webhook -> webhook.getId().equals(id))
                .count());
        say("get", webhooks.getWebhook(id).getEvents().get(0));
        // By default this generator has optional lists start empty, which the service refuses.
        UpdateWebhook change = new UpdateWebhook().events(null).description("night shift");
        say("patch", webhooks.updateWebhook(id, change, null).getDescription());
        say("rotate", webhooks.rotateSecret(id, null, null).getPreviousExpiresAt().isAfter(OffsetDateTime.now()));
        say("test", webhooks.testWebhook(id, null).getHttpStatus());

        WatchlistApi watchlist = new WatchlistApi(client);
        String operator = ENVIRONMENT.get("OPERATOR");
        say("watch", watchlist.watchOperator(new WatchOperator().operatorSlug(operator)).getSlug());
        say("watchlist", watchlist.getWatchlist().getCount());
        say("operators", watchlist.listWatchedOperators(1, 0).getOperators().get(0).getSlug());
        watchlist.unwatchOperator(operator);
        say("unwatch", watchlist.getWatchlist().getCount());
        FeedPage page = watchlist.pollEvents(anHourAgo, null, 500);
        say("feed", page.getEvents().stream().map(Session::type).collect(Collectors.joining(",")));
        say("types", page.getEvents().stream()
                .map(event -> event.getActualInstance().getClass().getSimpleName())
                .collect(Collectors.joining(",")));
        say("poll", watchlist.pollEvents(null, page.getNextCursor(), null).getEvents().size());

        DeliveriesApi deliveries = new DeliveriesApi(client);
        UUID past = UUID.fromString(ENVIRONMENT.get("PAST_WEBHOOK"));
        Delivery failed = deliveries.listDeliveries(
                        past, List.of(DeliveryStatus.FAILED), null, null, null, null, null, null, null)
                .getDeliveries()
                .get(0);
        say("deliveries", failed.getStatus());
        say("delivery", deliveries.getDelivery(past, failed.getId()).getAttempts().stream()
                .map(attempt -> attempt.getHttpStatus() == null ? attempt.getError() : attempt.getHttpStatus())
                .map(String::valueOf)
                .collect(Collectors.joining(",")));
        say("resend", deliveries.resendDelivery(past, failed.getId()).getStatus());
        UUID recovery = deliveries.recoverWebhook(past, new RecoverWebhook().since(anHourAgo), null, null).getId();
        say("recover", deliveries.getRecovery(past, recovery).getId().equals(recovery));

        refused("refused", client, () ->
                deliveries.recoverWebhook(past, new RecoverWebhook().since(OffsetDateTime.now().plusDays(1)), null, null));
        webhooks.deleteWebhook(id, null);
        refused("delete", client, () -> webhooks.getWebhook(id));
    }

    private static String type(Event event) {
        try {
            Object envelope = event.getActualInstance();
            return envelope.getClass().getMethod("getEvent").invoke(envelope).toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String step, ApiClient client, Call call) throws Exception {
        try {
            call.make();
        } catch (ApiException refusal) {
            say(step, client.getObjectMapper()
                    .readValue(refusal.getResponseBody(), org.openapitools.client.model.Error.class)
                    .getDetails()
                    .getReason());
        }
    }

    private static void say(String step, Object outcome) {
        System.out.println(step + " " + outcome);
    }

    private interface Call {
        void make() throws ApiException;
    }
}
