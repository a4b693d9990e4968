package main

import (
	"net/http"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// VerifyWithStandardWebhooks checks webhook-id, webhook-timestamp and webhook-signature.
func VerifyWithStandardWebhooks(secret string, headers http.Header, body []byte) bool {
	verifier, err := standardwebhooks.NewWebhook(secret)
	return err == nil && verifier.Verify(body, headers) == nil
}
