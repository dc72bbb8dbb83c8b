#!/usr/bin/env bash
# Refreshes the API description from the running service, after an intended change.
set -euo pipefail
cd "$(dirname "$0")/.."
REFRESH_OPENAPI=1 dotnet test tests/Unleash.Pat.Api.FunctionalTests \
  --filter "FullyQualifiedName~OpenApiSnapshotTests" "$@"
