package main

import "github.com/stripe/stripe-go/v85/webhook"

// VerifyWithStripe checks X-iGregulator-Signature with Stripe's package.
// ValidatePayload, not ConstructEvent: the body is our envelope and no Stripe event.
func VerifyWithStripe(secret, header string, body []byte) bool {
	return webhook.ValidatePayload(body, header, secret) == nil
}
