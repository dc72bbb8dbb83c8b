#!/usr/bin/env bash
# Takes the description of the API anew from the running service, for a change that is meant.
set -euo pipefail
cd "$(dirname "$0")/.."
REFRESH_OPENAPI=1 dotnet test tests/Unleash.Pat.Api.FunctionalTests \
  --filter "FullyQualifiedName~OpenApiSnapshotTests" "$@"
