// Verifies webhook-id, webhook-timestamp and webhook-signature with the npm package "standardwebhooks".
import { Webhook } from "standardwebhooks";

/** Returns the event, or null unless it is genuine. */
export function verify(secret, headers, body) {
  try {
    return new Webhook(secret).verify(body, headers);
  } catch {
    return null;
  }
}
