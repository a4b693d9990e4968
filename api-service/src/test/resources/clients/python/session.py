"""A whole session with the generated client. Prints a step and what came of it, a line each."""

import os
from datetime import datetime, timedelta, timezone

from openapi_client import (
    ApiClient,
    Configuration,
    CreateWebhook,
    DeliveriesApi,
    RecoverWebhook,
    UpdateWebhook,
    WatchlistApi,
    WatchOperator,
    WebhooksApi,
)
from openapi_client.exceptions import BadRequestException, NotFoundException
from openapi_client.models import DeliveryStatus, Error

client = ApiClient(Configuration(host=os.environ["SERVICE"], access_token=os.environ["API_KEY"]))
webhooks, watchlist, deliveries = WebhooksApi(client), WatchlistApi(client), DeliveriesApi(client)
an_hour_ago = datetime.now(timezone.utc) - timedelta(hours=1)


def say(step, outcome):
    print(step, str(outcome).lower() if isinstance(outcome, bool) else outcome)


created = webhooks.create_webhook(CreateWebhook(url=os.environ["RECEIVER"], events=["license.issued", "license.*"]))
say("create", created.secret[:6])
say("list", [w.id for w in webhooks.list_webhooks().webhooks].count(created.id))
say("get", webhooks.get_webhook(created.id).events[0])
say("patch", webhooks.update_webhook(created.id, UpdateWebhook(description="night shift")).description)
say("rotate", webhooks.rotate_secret(created.id).previous_expires_at > datetime.now(timezone.utc))
say("test", webhooks.test_webhook(created.id).http_status)

say("watch", watchlist.watch_operator(WatchOperator(operator_slug=os.environ["OPERATOR"])).slug)
say("watchlist", watchlist.get_watchlist().count)
say("operators", watchlist.list_watched_operators(limit=1, offset=0).operators[0].slug)
watchlist.unwatch_operator(os.environ["OPERATOR"])
say("unwatch", watchlist.get_watchlist().count)

page = watchlist.poll_events(since=an_hour_ago, limit=500)
say("feed", ",".join(event.actual_instance.event for event in page.events))
say("types", ",".join(type(event.actual_instance).__name__ for event in page.events))
say("poll", len(watchlist.poll_events(cursor=page.next_cursor).events))

past = os.environ["PAST_WEBHOOK"]
failed = deliveries.list_deliveries(past, status=[DeliveryStatus.FAILED]).deliveries[0]
say("deliveries", failed.status.value)
attempts = deliveries.get_delivery(past, failed.id).attempts
say("delivery", ",".join(str(attempt.http_status or attempt.error.value) for attempt in attempts))
say("resend", deliveries.resend_delivery(past, failed.id).status.value)
recovery = deliveries.recover_webhook(past, RecoverWebhook(since=an_hour_ago))
say("recover", deliveries.get_recovery(past, recovery.id).id == recovery.id)

try:
    deliveries.recover_webhook(past, RecoverWebhook(since=datetime.now(timezone.utc) + timedelta(days=1)))
except BadRequestException as refusal:
    say("refused", Error.from_json(refusal.body).details.reason)
webhooks.delete_webhook(created.id)
try:
    webhooks.get_webhook(created.id)
except NotFoundException as gone:
    say("delete", Error.from_json(gone.body).details.reason)
