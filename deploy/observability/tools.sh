#!/usr/bin/env bash
# Sourced, not run: finds Prometheus's tools. Debian's packages are unpacked beside this file where they are missing, not
# installed, since an installation starts both servers.

# find_tools <command> ...: puts what is missing on the PATH.
find_tools() {
  local folder=$PWD/target/tools tool
  PATH=$PATH:$folder/usr/bin
  for tool in "$@"; do
    command -v "$tool" >/dev/null || unpack_tools "$folder" || {
      echo "$tool is missing: install Prometheus 2.42 and Alertmanager 0.25 or newer." >&2
      return 1
    }
  done
}

unpack_tools() {
  local folder=$1 root=()
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "Fetching Debian's packages of Prometheus and Alertmanager."
  mkdir -p "$folder"
  (cd "$folder" && { download || { "${root[@]}" apt-get update -qq && download; }; } && unpack) || return 1
}

download() { apt-get download -qq prometheus prometheus-alertmanager; }

unpack() {
  local package
  for package in ./*.deb; do
    dpkg-deb --extract "$package" . && rm "$package" || return 1
  done
}
