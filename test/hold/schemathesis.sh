#!/usr/bin/env bash
# Schemathesis against a server of its own over a Neo4j of its own: any failure of the server ends with 1.
# What follows is Schemathesis's, for instance: --max-examples 20 --include-name Query.search
set -euo pipefail
cd "$(dirname "$0")/../.."

version=4.32.0
venv=.reformgraph/schemathesis-$version
if [ ! -x "$venv/bin/schemathesis" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version"
fi
export PYTHONPATH=test/hold PYTHONDONTWRITEBYTECODE=1 SCHEMATHESIS_HOOKS=schemathesis_scalars
exec node --import tsx test/hold/with-server.ts "$venv/bin/schemathesis" run '{url}' \
  --checks not_a_server_error --max-examples 10 --seed 1 --continue-on-failure --no-color "$@"
