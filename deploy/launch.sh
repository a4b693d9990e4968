#!/usr/bin/env bash
# Sourced, not run: finds a JDK that can run the services, packages what a command needs, and starts the command.
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

# Prints where the first JDK is that is new enough, wherever the usual installers put one.
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

# The jars' own times are fixed, so that builds are reproducible; a stamp shows when they were made.
packaged_since() {
  local root=$1 stamp=$2
  shift 2
  [ -e "$stamp" ] || return 1
  local module
  for module in "$@"; do
    # Libraries are inside the others.
    case $module in shared-model | deploy/embedded | deploy/testing | deploy/stack) continue ;; esac
    ls "$root/$module"/target/*-exec.jar >/dev/null 2>&1 || return 1
  done
  local newer
  newer=$(cd "$root" && find pom.xml "$@" \( -name target -o -path '*/src/test' \) -prune -o \
    \( -type f -o -type d \) \( -path '*/src/main/*' -o -name pom.xml \) -newer "$stamp" -print)
  [ -z "$newer" ]
}

# commit_of <project>: what webhook_build_info and the images' label say; marked where files differ from it.
commit_of() {
  git -C "$1" describe --always --dirty --abbrev=40 --exclude='*' 2>/dev/null || echo unknown
}

# Maven itself still uses what newer JDKs warn about.
quiet_maven() { export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"; }

# package <project> <module that keeps the stamp> <all modules>: if a jar is missing or older than its sources.
package() {
  local root=$1 target=$1/$2/target
  shift 2
  packaged_since "$root" "$target/packaged" "$@" && return
  command -v mvn >/dev/null || {
    echo "Maven is needed for the first build: install Maven 3.8 or newer, and put mvn on the PATH." >&2
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
  quiet_maven
  # Not even compiled: tests are half of the work.
  if ! (cd "$root" && mvn -B -ntp -Dstyle.color=never -Dmaven.test.skip=true "-Dbuild.commit=$(commit_of "$root")" -pl "$list" package | awk '{ gsub(/\033\[[0-9;]*m/, "") } /Building .*\[[0-9]+\/[0-9]+\]|ERROR/ { print; fflush() }'); then
    rm -f "$target/packaging"
    echo "The build failed; run mvn -Dmaven.test.skip=true package in $root to see why." >&2
    return 1
  fi
  mv "$target/packaging" "$target/packaged"
}

# launch <module> <heap> <arguments>: replaces this shell by the module's command.
launch() {
  local module=$1 heap=$2 root jdk modules
  shift 2
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
  modules=(shared-model deploy/embedded deploy/testing deploy/stack api-service delivery-worker "$module")
  jdk=$(find_jdk) || {
    echo "$(basename "$0"): no JDK $oldest_jdk or newer was found: install one, or set JAVA_HOME to it." >&2
    exit 1
  }
  export JAVA_HOME=$jdk
  package "$root" "$module" "${modules[@]}" || exit 1
  exec "$jdk/bin/java" "-Xmx$heap" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dwebhooks.project=$root" \
    -jar "$root/$module"/target/*-exec.jar "$@"
}
