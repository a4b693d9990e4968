"""Verifies webhook-id, webhook-timestamp and webhook-signature with the package standardwebhooks."""
from standardwebhooks.webhooks import Webhook, WebhookVerificationError


def verify(secret: str, headers: dict, body: bytes) -> bool:
    try:
        Webhook(secret).verify(body, headers)
        return True
    except (WebhookVerificationError, ValueError):  # the latter for headers that cannot be read at all
        return False
