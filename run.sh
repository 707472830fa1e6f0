#!/usr/bin/env bash
# Builds Opora if needed and starts it in the foreground. Ctrl+C stops it.
#   ./run.sh                 a centre of one's own; data in ./opora-data
#   ./run.sh --demo          a made-up centre with 60 families; data in ./opora-demo
#   ./run.sh --demo empty    the same centre without families; data in ./opora-demo-empty
#   --port N, --data DIR
set -euo pipefail
root="$(cd "$(dirname "$0")" && pwd)"
# shellcheck source=.ci/setup
. "$root/.ci/setup"

demo=""
data="${OPORA_DATA:-}"
before=""
for argument in "$@"; do
  case "$before $argument" in
    "--data "*) data="$argument" ;;
    "--demo empty") demo=empty ;;
    *" --demo") demo=full ;;
    *" --data="*) data="${argument#*=}" ;;
    *" --demo="*) demo="${argument#*=}" ;;
    *" --help" | *" -h")
      sed -n '2,6s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
  esac
  before="$argument"
done

# A slip in the options is said now, not after the build.
sh "$root/karaf-distribution/assembly/src/main/distribution/bin/opora-server" --check "$@" || exit $?

packed() {
  local newest="" one
  for one in "$root"/karaf-distribution/assembly/target/*.tar.gz; do
    if [ -f "$one" ] && { [ -z "$newest" ] || [ "$one" -nt "$newest" ]; }; then newest="$one"; fi
  done
  printf '%s' "$newest"
}

# Sources newer than the product: build again. Tests have a command of their own.
stale() {
  local archive
  archive="$(packed)"
  [ -n "$archive" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root/bundles" "$root/features" "$root/karaf-distribution" \
    -name target -prune -o -type f -newer "$archive" -not -path '*/src/test/*' -print -quit)" ]
}

need_jdk
if stale; then
  need_build_tools
  echo "Building Opora (the first time this takes some minutes) ..."
  mkdir -p "$root/build"
  # Not maven.test.skip: test support is an artifact of the build, and a fresh machine has none of it.
  if ! (cd "$root" && mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl karaf-distribution/assembly -am package >"$root/build/build.log" 2>&1); then
    tail -n 40 "$root/build/build.log" >&2
    echo "The build failed; all of it is in $root/build/build.log" >&2
    exit 1
  fi
fi

archive="$(packed)"
unpacked="$root/build/opora"
if [ ! -f "$unpacked/.from" ] || [ "$archive" -nt "$unpacked/.from" ] || [ "$(cat "$unpacked/.from")" != "$(basename "$archive")" ]; then
  mkdir -p "$root/build"
  rm -rf "$unpacked" "$unpacked.new"
  mkdir "$unpacked.new"
  tar -xzf "$archive" -C "$unpacked.new" --strip-components=1
  basename "$archive" >"$unpacked.new/.from"
  mv "$unpacked.new" "$unpacked"
fi

if [ -z "$data" ]; then
  case "$demo" in
    full) data="$root/opora-demo" ;;
    empty) data="$root/opora-demo-empty" ;;
    *) data="$root/opora-data" ;;
  esac
  set -- "$@" --data "$data"
fi
exec "$unpacked/bin/opora-server" "$@"
