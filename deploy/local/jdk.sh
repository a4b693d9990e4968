#!/usr/bin/env bash
# Sourced, not run: finds a JDK that can run the services, wherever the usual installers put one.
oldest_jdk=25

# A JDK carries its version in a file, so nothing needs to be run to know it.
fits() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge "$oldest_jdk" ]
}

candidate_jdks() {
  local on_path
  echo "${JAVA_HOME:-}"
  if on_path=$(command -v javac); then
    # A link as a rule; its target is inside the JDK.
    while [ -L "$on_path" ]; do
      local target
      target=$(readlink "$on_path")
      case $target in
        /*) on_path=$target ;;
        *) on_path=$(dirname "$on_path")/$target ;;
      esac
    done
    dirname "$(dirname "$on_path")"
  fi
  echo "${JAVA25_HOME:-}"
  echo "${JAVA_HOME_25_X64:-}"
  echo "${JAVA_HOME_25_ARM64:-}"
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$oldest_jdk+" 2>/dev/null || true
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
}

find_jdk() {
  local jdk
  while IFS= read -r jdk; do
    if [ -n "$jdk" ] && fits "$jdk"; then
      echo "$jdk"
      return
    fi
  done < <(candidate_jdks)
  return 1
}
