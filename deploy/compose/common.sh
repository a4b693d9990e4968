#!/usr/bin/env bash
# Sourced by up and down: the settings that both need, and whichever composer is installed.
fail() { echo "deploy/compose: $*" >&2 && exit 1; }

# shellcheck disable=SC2154 # of the caller
root=$(cd "$here/../.." && pwd -P)
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -1)
export COMPOSE_PROJECT_NAME=${COMPOSE_PROJECT_NAME:-webhooks}
export WEBHOOKS_API_PORT=${WEBHOOKS_API_PORT:-8080} WEBHOOKS_OPERATOR_PORT=${WEBHOOKS_OPERATOR_PORT:-8082}
export WEBHOOKS_PROMETHEUS_PORT=${WEBHOOKS_PROMETHEUS_PORT:-9090} WEBHOOKS_WORKERS=${WEBHOOKS_WORKERS:-2}
export WEBHOOKS_IMAGE_PREFIX=${WEBHOOKS_IMAGE_PREFIX-igregulator/} WEBHOOKS_TAG=${WEBHOOKS_TAG:-$version}
export WEBHOOKS_SECRETS_FOLDER=${WEBHOOKS_SECRETS_FOLDER:-$here/secrets}
# shellcheck disable=SC2034
secrets=$WEBHOOKS_SECRETS_FOLDER
# shellcheck disable=SC2034
secret_names=(postgres owner api_database worker_database operator_token encryption_key)
files=(-f "$here/compose.yaml")

compose() {
    if docker compose version >/dev/null 2>&1; then
        docker compose "${files[@]}" "$@"
    elif command -v docker-compose >/dev/null; then
        docker-compose "${files[@]}" "$@"
    else
        fail "neither docker compose nor docker-compose was found"
    fi
}
