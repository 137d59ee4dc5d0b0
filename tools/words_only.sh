#!/usr/bin/env bash
# Whether only words have changed since a commit that was tested: tools/words_only.sh COMMIT prints yes or no.
# No, too, where that commit is none of those this one was made from, or none is named: then nothing of ours was tested.
set -euo pipefail
cd "$(dirname "$0")/.."
tested=${1:-}
if [ -n "$tested" ] && git merge-base --is-ancestor "$tested" HEAD > /dev/null 2>&1 && git diff --quiet "$tested" HEAD -- . ':(exclude)docs'; then
  echo yes
else
  echo no
fi
