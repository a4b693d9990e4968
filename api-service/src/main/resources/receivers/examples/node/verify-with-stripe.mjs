// Verifies X-iGregulator-Signature with the npm package "stripe". No API key is needed for that.
import Stripe from "stripe";

/** Returns the event, or null unless it is genuine. */
export function verify(secret, header, body) {
  try {
    return Stripe.webhooks.constructEvent(body, header, secret);
  } catch {
    return null;
  }
}
