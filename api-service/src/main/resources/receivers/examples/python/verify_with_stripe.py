"""Verifies X-iGregulator-Signature with the package stripe. No API key is needed for that."""
import stripe

TOLERANCE_SECONDS = 300


def verify(secret: str, header: str, body: bytes) -> bool:
    """verify_header, not construct_event: the body is our envelope and no Stripe event."""
    try:
        return stripe.WebhookSignature.verify_header(body, header, secret, TOLERANCE_SECONDS)
    except stripe.SignatureVerificationError:
        return False
