#!/usr/bin/env bash
# Sourced by verify: an engine for the time of a run, where none answers.
engine=

# start_engine <folder>: its socket, data and log are below it; ports are published on loopback only
start_engine() {
    docker info >/dev/null 2>&1 && return
    command -v dockerd >/dev/null || { echo "No Docker engine answers, and there is no dockerd to start one." >&2 && return 1; }
    engine=$1
    mkdir -p "$engine"
    iptables -S FORWARD | sed -n 's/^-P FORWARD //p' >"$engine/policy"
    cat /proc/sys/net/ipv4/ip_forward >"$engine/forward"
    export DOCKER_HOST=unix://$engine/docker.sock
    dockerd --data-root "$engine/data" --exec-root "$engine/exec" --pidfile "$engine/dockerd.pid" -H "$DOCKER_HOST" \
        --ip 127.0.0.1 >"$engine/dockerd.log" 2>&1 &
    engine_process=$!
    local _
    for _ in $(seq 60); do
        docker info >/dev/null 2>&1 && return
        kill -0 "$engine_process" 2>/dev/null || break
        sleep 0.5
    done
    tail -20 "$engine/dockerd.log" >&2
    return 1
}

# Only what start_engine started: the engine leaves its rules and its bridge behind, and the forwarding that it turned on.
stop_engine() {
    [ -n "$engine" ] || return 0
    docker ps -q | xargs -r docker stop -t 10 >/dev/null 2>&1 || true
    kill "$engine_process" 2>/dev/null || true
    wait "$engine_process" 2>/dev/null || true
    ip link delete docker0 2>/dev/null || true
    # Rules of others stay, also those that are newer than the engine.
    iptables-save | grep -vi docker | iptables-restore
    iptables -P FORWARD "$(cat "$engine/policy")"
    cat "$engine/forward" >/proc/sys/net/ipv4/ip_forward
    rm -rf "$engine"
}
