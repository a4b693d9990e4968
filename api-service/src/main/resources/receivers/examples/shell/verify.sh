#!/usr/bin/env bash
# Verifies X-iGregulator-Signature with openssl, to look at one delivery by hand. Not for production: openssl takes the
# key as an argument, which other users of the machine can see.
#   SECRET=whsec_… ./verify.sh "$HEADER" < body
set -euo pipefail
header=${1-}
now=${NOW:-$(date +%s)}
tolerance=300

hmac() { openssl dgst -sha256 -hmac "$1" -r | cut -d ' ' -f 1; }

refuse() { echo refused; exit 1; }

IFS=, read -r -a parts <<<"$header"
timestamp=
for part in ${parts[@]+"${parts[@]}"}; do
    case $part in t=*) timestamp=${part#t=} && break ;; esac
done
[[ $timestamp =~ ^[1-9][0-9]{0,11}$ ]] || refuse
age=$((now - timestamp))
((${age#-} <= tolerance)) || refuse

expected=$({ printf '%s.' "$timestamp"; cat; } | hmac "$SECRET")
# Comparing keyed digests instead of the values gives nothing away by the time it takes.
once=$(openssl rand -hex 32)
for part in "${parts[@]}"; do
    # One v1 for each secret that is still valid: any of them will do.
    [ "$(printf %s "$part" | hmac "$once")" = "$(printf 'v1=%s' "$expected" | hmac "$once")" ] || continue
    echo accepted
    exit 0
done
refuse
