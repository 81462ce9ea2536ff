#!/bin/bash
# call METHOD PATH: asks the operators' API of the gateway, as the operator of the variables OPERATOR_EMAIL and
# OPERATOR_PASSWORD. Ends with 1 unless the answer is 2xx. Bash alone: the images hold no other HTTP client.
set -euo pipefail

method="$1"
path="${2//\{yesterday\}/$(date --date=yesterday +%F)}"

ask() {
  local body="$3" head="" size line
  size="$(printf %s "$body" | wc --bytes)"
  exec 3<> "/dev/tcp/$GATEWAY_HOST/$GATEWAY_PORT"
  [ -z "${4:-}" ] || head="Authorization: Bearer $4"$'\r\n'
  printf '%s %s HTTP/1.0\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n%s\r\n%s' \
    "$1" "$2" "$GATEWAY_HOST" "$size" "$head" "$body" >&3
  IFS= read -r -t 60 line <&3
  status="${line#* }"
  status="${status%% *}"
  while IFS= read -r -t 60 line <&3 && [ "$line" != $'\r' ]; do :; done
  answer="$(timeout 60 cat <&3 || true)"
  exec 3>&-
}

ask POST /api/v1/tokens "{\"email\":\"$OPERATOR_EMAIL\",\"password\":\"$OPERATOR_PASSWORD\"}"
token="$(sed --quiet 's/.*"accessToken" *: *"\([^"]*\)".*/\1/p' <<< "$answer")"
if [ -z "$token" ]; then
  echo "The operator cannot log in: $status" >&2
  exit 1
fi

ask "$method" "$path" "" "$token"
echo "$method $path: $status"
[[ $status == 2* ]] || { echo "$answer" >&2; exit 1; }
