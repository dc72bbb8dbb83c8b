#!/usr/bin/env bash
# Builds, checks and tests Unleash.Pat: what CI runs, and what people run before they push.
#
#   build/build.sh            everything below, in this order
#   build/build.sh build      builds with warnings as errors
#   build/build.sh format     fails where the code is not formatted
#   build/build.sh test       runs all tests; the last line counts them
set -euo pipefail
cd "$(dirname "$0")/.."

results=artifacts/test-results

# Most processes of a build and of the tests end before it pays to measure their methods; without, they take a tenth less time.
export DOTNET_TieredPGO=0

build() { dotnet build Unleash.Pat.sln --configuration Release --nologo; }

# White space only: the build has checked the rules of style, and warnings are errors.
format() { dotnet format whitespace Unleash.Pat.sln --verify-no-changes --no-restore; }

# The README's own command. One project at a time, because they share few cores, and results in files, because their
# totals are added up.
test() {
  rm -rf "$results"
  local status=0
  dotnet test --configuration Release --no-build --nologo --logger trx --results-directory "$results" -maxcpucount:1 || status=$?
  summary || status=1
  return "$status"
}

# Adds up the counters of every result file; fails where a test failed, or where none ran.
summary() {
  local passed=0 failed=0 skipped=0 file total executed ok
  for file in "$results"/*.trx; do
    [ -e "$file" ] || break
    total=$(counter "$file" total) executed=$(counter "$file" executed) ok=$(counter "$file" passed)
    passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
  done
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

counter() { grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'; }

if [ $# -eq 0 ]; then
  set -- build format test
fi
for step in "$@"; do
  "$step"
done
