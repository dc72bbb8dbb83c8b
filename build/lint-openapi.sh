#!/usr/bin/env bash
# Checks the committed description of the API with Redocly's recommended rules; one warning fails it. Needs Node.js, and
# says so and passes where there is none.
set -euo pipefail
cd "$(dirname "$0")/openapi"

if ! command -v npx > /dev/null; then
  echo "Skipped: Node.js is not installed."
  exit 0
fi
npm ci --no-audit --no-fund --silent
npx --no-install redocly lint --config redocly.yaml --format json ../../src/Unleash.Pat.Client/openapi.json > lint.json || true
node --eval '
  const { totals, problems } = JSON.parse(require("node:fs").readFileSync("lint.json", "utf8"));
  const found = problems.filter((problem) => !problem.ignored);
  for (const { ruleId, message, location } of found) console.log(`${ruleId} at ${location[0]?.pointer}: ${message}`);
  console.log(`${totals.errors} errors, ${totals.warnings} warnings, ${totals.ignored} passed over for the reasons given`);
  process.exit(totals.errors + totals.warnings === 0 ? 0 : 1);
'
