#!/usr/bin/env bash
# Sourced, not run: packages what a command needs, if it is missing or older than its sources. Wants jdk.sh sourced before.

# The jars' own times are fixed for the sake of reproducible builds and tell nothing; a stamp does.
packaged_since() {
  local root=$1 stamp=$2
  shift 2
  [ -e "$stamp" ] || return 1
  local module
  for module in "$@"; do
    # Libraries are inside the others.
    case $module in shared-model | deploy/embedded) continue ;; esac
    ls "$root/$module"/target/*-exec.jar >/dev/null 2>&1 || return 1
  done
  local newer
  newer=$(cd "$root" && find pom.xml "$@" \( -name target -o -path '*/src/test' \) -prune -o \
    \( -type f -o -type d \) \( -path '*/src/main/*' -o -name pom.xml \) -newer "$stamp" -print)
  [ -z "$newer" ]
}

# package <project> <module that keeps the stamp> <all modules>
package() {
  local root=$1 target=$1/$2/target
  shift 2
  packaged_since "$root" "$target/packaged" "$@" && return
  command -v mvn >/dev/null || {
    echo "Maven is needed for the first build: install Maven 3.8 or newer, so that mvn is on the PATH." >&2
    return 1
  }
  echo "Building the services: a minute, or some more where nothing is downloaded yet."
  # Taken before: what is edited during the build is built again next time.
  mkdir -p "$target"
  : >"$target/packaging"
  # Those of another version would stand beside the new ones. A stack that runs from them keeps its open files.
  local module
  for module in "$@"; do
    rm -f "$root/$module"/target/*-exec.jar
  done
  local list
  list=$(IFS=,; echo "$*")
  # Not even compiled: tests are half of the work.
  if ! (cd "$root" && mvn -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -pl "$list" package | awk '{ gsub(/\033\[[0-9;]*m/, "") } /Building .*\[[0-9]+\/[0-9]+\]|ERROR/ { print; fflush() }'); then
    rm -f "$target/packaging"
    echo "The build failed; mvn -Dmaven.test.skip=true package in $root tells more." >&2
    return 1
  fi
  mv "$target/packaging" "$target/packaged"
}
