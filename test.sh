#!/usr/bin/env bash
# Builds the product and tests it on all floors: rules, use cases on Derby and PostgreSQL, module contract, and the
# shipped distribution from outside (container, browser, faults). --full runs the campaign with the full figures.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup

campaign=false
arguments=()
for argument in "$@"; do
  case "$argument" in
    --full)
      campaign=true
      arguments+=(-Dopora.products=1 -Dopora.compiler=4)
      ;;
    --help | -h)
      echo "Usage: ./test.sh [--full] [Maven options]"
      exit 0
      ;;
    *) arguments+=("$argument") ;;
  esac
done

need_build_tools
need xz xz-utils
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 \
  || install_packages chromium

exec mvn -B -ntp -Dopora.campaign="$campaign" "${arguments[@]+"${arguments[@]}"}" spotless:check verify
