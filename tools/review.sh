#!/usr/bin/env bash
# What a change is asked, on any runner: tools/review.sh BASE [OUT] compares what is checked out with the commit BASE, and writes to OUT
# (review/) report.json, report.md and report.html and, where nothing is wrong, the site as it would be, in OUT/site.
# It ends with 1 where something is wrong, and marks the lines where the host can show that. PRINTS=yes makes the prints, too. Where the
# site can be looked at as it was and as it would be, SITE_BEFORE and SITE_AFTER say, and the report links to it.
set -euo pipefail
cd "$(dirname "$0")/.."
base=$(git rev-parse --verify --quiet "${1:?tools/review.sh BASE [OUT]}^{commit}") || {
  echo "没有 $1 这个版本；要有完整的历史：git fetch --unshallow" >&2
  echo "There is no commit $1 here; the whole history is needed: git fetch --unshallow" >&2
  exit 2
}
out=${2:-review}

make --silent .venv/.build
export PYTHONPATH=hooks PYTHONUTF8=1 NO_MKDOCS_2_WARNING=1
rm -rf "$out"
options=()
[ -z "${SITE_BEFORE:-}" ] || options+=(--before "$SITE_BEFORE")
[ -z "${SITE_AFTER:-}" ] || options+=(--after "$SITE_AFTER")
[ "${PRINTS:-no}" = no ] || options+=(--prints)
status=0
.venv/bin/python -m course review --base "$base" --out "$out" "${options[@]}" || status=$?
[ -f "$out/report.json" ] || exit "$((status ? status : 2))"

if [ "${GITHUB_ACTIONS:-}" = true ]; then
  .venv/bin/python tools/annotate.py github "$out/report.json"
  cat "$out/report.md" >> "$GITHUB_STEP_SUMMARY"
elif [ "${GITLAB_CI:-}" = true ]; then
  .venv/bin/python tools/annotate.py gitlab "$out/report.json" > "$out/codequality.json"
else
  cat "$out/report.md"
fi
[ "$status" = 0 ] || exit "$status"
PRINTS=${PRINTS:-no} .venv/bin/python -m mkdocs build --strict --quiet --site-dir "$(realpath "$out")/site"
