#!/usr/bin/env bash
# Signs a body as the platform does, in both dialects, and posts it with curl: try your receiver before it has a
# public address, and see what it does with a wrong secret or an old timestamp.
#   SECRET=whsec_… ./send.sh http://127.0.0.1:3000/webhooks < body
set -euo pipefail
url=$1
timestamp=${NOW:-$(date +%s)}
id=${EVENT_ID:-evt_test_00000000000000000000000000}
event=${EVENT:-test.ping}

body=$(mktemp)
trap 'rm -f "$body"' EXIT
cat >"$body"

hex=$({ printf '%s.' "$timestamp"; cat "$body"; } | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d ' ' -f 1)

key=$(printf %s "${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
base64=$({ printf '%s.%s.' "$id" "$timestamp"; cat "$body"; } |
    openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

curl -sS -o /dev/null -w '%{http_code}\n' --max-time 15 \
    -H 'Content-Type: application/json' \
    -H "X-iGregulator-Event: $event" \
    -H "X-iGregulator-Event-Id: $id" \
    -H "X-iGregulator-Signature: t=$timestamp,v1=$hex" \
    -H "webhook-id: $id" \
    -H "webhook-timestamp: $timestamp" \
    -H "webhook-signature: v1,$base64" \
    --data-binary "@$body" "$url"
