#!/usr/bin/env bash
# Generates the TypeScript client from the committed description, with the generator of the C# client, and checks it by
# compiling it where Node.js is installed.
#
#   build/typescript-client.sh [FILE]      default: artifacts/typescript/unleash-pat-client.ts
set -euo pipefail
client=$(realpath -m "${1:-$(dirname "$0")/../artifacts/typescript/unleash-pat-client.ts}")
cd "$(dirname "$0")/openapi"

dotnet restore ../../src/Unleash.Pat.Client --nologo --verbosity quiet
dotnet msbuild ../../src/Unleash.Pat.Client -target:GenerateTypeScriptClient "-property:TypeScriptClient=$client" \
  -nologo -verbosity:minimal
if ! command -v npx > /dev/null; then
  echo "Not compiled: Node.js is not installed."
  exit 0
fi
npm ci --no-audit --no-fund --silent
npx --no-install tsc --strict --noEmit --target es2022 --module esnext --lib es2022,dom,dom.iterable "$client"
echo "$client compiles."
