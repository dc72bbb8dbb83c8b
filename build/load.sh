#!/usr/bin/env bash
# Measures the service from outside with wrk, beside a bare Kestrel and, if one is given, beside a peer that speaks the same
# API. Prints one table, in Markdown.
set -euo pipefail

usage() {
  cat <<'TEXT'
build/load.sh [options]

Starts the service on an empty SQLite database in a temporary folder, and a bare Kestrel beside it. Sends each the same load
with wrk (16 connections, one thread), in turns, and prints the medians of the turns and their ratios in one table.

  --seconds N          how long each measurement takes (5)
  --turns N            how many turns (3)
  --warm-up N          how many seconds of each load go before the first turn (8), in which the runtimes of all compile what
                       is used often
  --program FOLDER     a published service; without it, this repository's is published
  --bare FOLDER        published benchmarks (tests/Unleash.Pat.Benchmarks), which have the bare Kestrel; without it, this
                       repository's are published
  --database WHAT      a database instead of an empty one: an SQLite file, which is copied, or a connection string of SQL
                       Server, which is used as it is
  --secrets FILE       secrets of tokens of that database, one a line: measures first verifications, each token once, and
                       verifications of those tokens from memory
  --peer ADDRESS       another server with Unleash's admin API, for example http://127.0.0.1:4243
  --peer-token SECRET  a personal access token of the peer; once for each account. The first account's tokens are listed, the
                       others create and delete tokens; give at least five
  --peer-pid PID       the peer's process, whose peak memory and CPU time are shown
  --help               this text

It needs wrk and curl (Debian: apt-get install wrk curl), the .NET SDK, and Linux. It exits with 1 if an answer was not 2xx.
"At most 10 tokens an account" is the rule of both servers, so tokens are created for several accounts.
TEXT
}

fail() { echo "load.sh: $*" >&2; exit 1; }
say() { echo "$*" >&2; }

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
seconds=5 turns=3 warm_up=8 program='' benchmarks='' database='' secrets='' peer='' peer_pid='' peer_tokens=()
connections=16 writers=8 listed=5
admin='*:*.load-0123456789abcdefghijklmnop'
password='correct horse battery'

while [ $# -gt 0 ]; do
  option=$1
  case $option in
    --help | -h) usage; exit 0 ;;
    --seconds | --turns | --warm-up | --program | --bare | --database | --secrets | --peer | --peer-token | --peer-pid)
      [ $# -ge 2 ] || fail "$option needs a value. See --help."
      value=$2
      shift 2
      ;;
    *) fail "$option is unknown. See --help." ;;
  esac
  case $option in
    --seconds) seconds=$value ;;
    --turns) turns=$value ;;
    --warm-up) warm_up=$value ;;
    --program) program=$value ;;
    --bare) benchmarks=$value ;;
    --database) database=$value ;;
    --secrets) secrets=$value ;;
    --peer) peer=${value%/} ;;
    --peer-token) peer_tokens+=("$value") ;;
    --peer-pid) peer_pid=$value ;;
  esac
done

[[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "--seconds must be a positive number."
[[ $turns =~ ^[1-9][0-9]*$ ]] || fail "--turns must be a positive number."
[[ $warm_up =~ ^[1-9][0-9]*$ ]] || fail "--warm-up must be a positive number."
[ -z "$peer" ] || [ "${#peer_tokens[@]}" -gt 0 ] || fail "--peer needs --peer-token."
[ -z "$secrets" ] || [ -r "$secrets" ] || fail "$secrets cannot be read."
for tool in wrk curl dotnet; do
  command -v "$tool" > /dev/null || fail "$tool is missing (Debian: apt-get install wrk curl; .NET: https://dotnet.microsoft.com/download)."
done

work=$(mktemp -d "${TMPDIR:-/tmp}/unleash-pat-load.XXXXXX")
declare -A children=()
cleanup() {
  trap - EXIT INT TERM
  [ "${#children[@]}" -eq 0 ] || kill "${!children[@]}" 2> /dev/null || true
  wait 2> /dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Waits in the background, so that a signal ends the script at once.
run() {
  "$@" &
  local pid=$! status=0
  children[$pid]=1
  wait "$pid" || status=$?
  unset "children[$pid]"
  return "$status"
}

now() { date +%s%N; }

# A port that nothing listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || break
  done
  echo "$port"
}

# start NAME ADDRESS COMMAND...: sets started_pid, and started_ms to the time to the first answer.
start() {
  local name=$1 address=$2 begin
  shift 2
  begin=$(now)
  (cd "$work/$name" && exec "$@") > "$work/$name/log" 2>&1 &
  started_pid=$!
  children[$started_pid]=1
  until curl --silent --fail --output /dev/null --max-time 5 "$address"; do
    kill -0 "$started_pid" 2> /dev/null || { cat "$work/$name/log" >&2; fail "$name did not start."; }
    sleep 0.01
  done
  started_ms=$((($(now) - begin) / 1000000))
}

stop() {
  kill "$1"
  wait "$1" || true
  unset "children[$1]"
}

# The program's own executable, or its assembly where there is none.
executable() { if [ -x "$1/$2" ]; then echo "$1/$2"; else echo "dotnet $1/$2.dll"; fi; }

# Clock ticks that a process has used; nothing where the process is not known.
ticks() { if [ -r "/proc/${1:-none}/stat" ]; then awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; fi; }

pid_of() { # pid_of RESULT
  case $1 in
    service-*) echo "$service_pid" ;;
    bare-*) echo "$bare_pid" ;;
    peer-*) echo "$peer_pid" ;;
  esac
}

peak() { if [ -r "/proc/$1/status" ]; then awk '/^VmHWM:/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; else echo –; fi; }

field() { grep -o "\"$1\":\"\{0,1\}[^\",}]*" | head -n 1 | sed "s/^\"$1\":\"\{0,1\}//"; }

# api ADDRESS SECRET METHOD PATH [BODY]
api() {
  local arguments=(--silent --show-error --fail-with-body --request "$3" --header "authorization: $2")
  [ $# -lt 5 ] || arguments+=(--header 'content-type: application/json' --data "$5")
  curl "${arguments[@]}" "$1$4"
}

# new_account ADDRESS NAME: creates a user, signs in, and prints the secret of a token.
new_account() {
  local jar="$work/cookies-$2"
  api "$1" "$admin" POST /api/admin/user-admin "{\"username\":\"$2\",\"password\":\"$password\",\"rootRole\":1}" > /dev/null
  curl --silent --fail --output /dev/null --cookie-jar "$jar" --header 'content-type: application/json' \
    --data "{\"username\":\"$2\",\"password\":\"$password\"}" "$1/auth/simple/login"
  curl --silent --fail --cookie "$jar" --header 'content-type: application/json' \
    --data '{"description":"of the load","expiresAt":"2099-01-01T00:00:00.000Z"}' "$1/api/admin/user/tokens" | field secret
}

# with_ids ADDRESS: reads secrets, and prints lines of the account's id and its secret.
with_ids() {
  local secret id
  while read -r secret; do
    id=$(api "$1" "$secret" GET /api/admin/user | field id) || fail "$1 does not accept a token."
    echo "$id $secret"
  done
}

# Deletes the tokens that a measurement left when it was over: sweep ADDRESS FILE.
sweep() {
  local secret id
  while read -r _ secret; do
    for id in $(api "$1" "$secret" GET /api/admin/user/tokens | tr '{' '\n' | grep '"description":"load-' | grep -o '"id":"\{0,1\}[0-9]*' | grep -o '[0-9]*$'); do
      api "$1" "$secret" DELETE "/api/admin/user/tokens/$id" > /dev/null
    done
  done < "$2"
}

write_scripts() {
  # Each connection creates a token, or deletes one that was created.
  cat > "$work/pairs.lua" <<'LUA'
local owners, secrets, live, pending, turn, serial = {}, {}, {}, {}, 0, 0
local threads = {}
created, deleted, refused = 0, 0, 0

function setup(thread) threads[#threads + 1] = thread end

function init(args)
  run = args[2]
  for line in io.lines(args[1]) do
    local owner, secret = line:match("^(%d+) (%S+)$")
    owners[#owners + 1], secrets[owner], live[owner] = owner, secret, 0
  end
end

local function headers(owner)
  return { ["authorization"] = secrets[owner], ["content-type"] = "application/json" }
end

function request()
  local token = table.remove(pending)
  if token then
    live[token.owner] = live[token.owner] - 1
    return wrk.format("DELETE", "/api/admin/user/tokens/" .. token.id, headers(token.owner))
  end
  local owner
  for _ = 1, #owners do
    turn = turn % #owners + 1
    if not owner or live[owners[turn]] < live[owner] then owner = owners[turn] end
  end
  live[owner], serial = live[owner] + 1, serial + 1
  local body = '{"description":"load-' .. run .. '-' .. serial .. '","expiresAt":"2099-01-01T00:00:00.000Z"}'
  return wrk.format("POST", "/api/admin/user/tokens", headers(owner), body)
end

function response(status, _, body)
  if status == 201 then
    created = created + 1
    pending[#pending + 1] = { id = body:match('"id":"?(%d+)'), owner = body:match('"userId":"?(%d+)') }
  elseif status == 200 or status == 204 then
    deleted = deleted + 1
  else
    refused = refused + 1
  end
end

function done(summary)
  local made, gone, bad = 0, 0, 0
  for _, thread in ipairs(threads) do
    made, gone, bad = made + thread:get("created"), gone + thread:get("deleted"), bad + thread:get("refused")
  end
  io.write(string.format("Pairs: %d created, %d deleted, %.2f a second\n", made, gone, (made + gone) / (summary.duration / 1000000)))
  if bad > 0 then io.write(string.format("Refused: %d\n", bad)) end
end
LUA

  # Verifies the tokens of a file in order, from a line on.
  cat > "$work/secrets.lua" <<'LUA'
local secrets, at = {}, 0

function init(args)
  local skip, most, number = tonumber(args[2]), tonumber(args[3]), 0
  for line in io.lines(args[1]) do
    number = number + 1
    if number > skip then secrets[#secrets + 1] = line end
    if #secrets == most then break end
  end
end

function request()
  at = at % #secrets + 1
  return wrk.format("GET", "/auth/verify", { ["authorization"] = secrets[at] })
end
LUA
}

# measure RESULT ADDRESS [WRK ARGUMENTS]: appends the rate and the server's CPU time a request to files of their own, and
# counts the answers that are not 2xx.
measure() {
  local result=$1 target=$2 output="$work/output" bad pid before after
  shift 2
  pid=$(pid_of "$result")
  before=$(ticks "$pid")
  run wrk --threads 1 --timeout 30s --connections "$connections" --duration "${duration:-$seconds}" "${script[@]}" "$@" "$target" "${arguments[@]}" > "$output" \
    || fail "wrk failed: $(cat "$output")"
  after=$(ticks "$pid")
  requests=$(awk '/requests in/ { print $1; exit }' "$output")
  bad=$(awk '/Non-2xx or 3xx responses:/ { n += $5 } /Socket errors:/ { gsub(/[^0-9 ]/, ""); for (i = 1; i <= NF; i++) n += $i } END { print n + 0 }' "$output")
  if [ "$bad" -gt 0 ]; then
    say "  $result: $bad answers were not 2xx"
    echo "$bad" >> "$work/bad-${result%%-*}"
  fi
  [ -z "${duration:-}" ] || return 0
  awk '/^Pairs:/ { pairs = $6 } /^Requests\/sec:/ { rate = $2 } END { print pairs ? pairs : rate }' "$output" >> "$work/rate-$result"
  [ -z "$before" ] || [ "${requests:-0}" -eq 0 ] \
    || awk -v ticks="$((after - before))" -v second="$(getconf CLK_TCK)" -v n="$requests" 'BEGIN { print 1000000 * ticks / second / n }' >> "$work/cpu-$result"
}

plain() { script=() arguments=(); measure "$@"; }

by_token() { plain "$1" "$2" --header "authorization: $3"; }

pairs() { # pairs RESULT ADDRESS FILE
  script=(--script "$work/pairs.lua") arguments=(-- "$3" "$RANDOM$RANDOM")
  measure "$1" "$2"
  sweep "$2" "$3"
}

from_file() { # from_file RESULT SKIP MOST
  script=(--script "$work/secrets.lua") arguments=(-- "$secrets" "$2" "$3")
  measure "$1" "$address"
}

turn() {
  plain bare-json "$bare/json"
  by_token service-verify "$address/auth/verify" "$reader"
  by_token service-user "$address/api/admin/user" "$reader"
  [ -z "$peer" ] || by_token peer-user "$peer/api/admin/user" "${peer_tokens[0]}"
  by_token service-list "$address/api/admin/user/tokens" "$reader"
  [ -z "$peer" ] || by_token peer-list "$peer/api/admin/user/tokens" "${peer_tokens[0]}"
  pairs service-pairs "$address" "$work/writers"
  [ ! -s "$work/peer-writers" ] || pairs peer-pairs "$peer" "$work/peer-writers"
  if [ -n "$secrets" ]; then
    # The first ones are for verifications from memory.
    from_file service-first "$first" 1000000
    first=$((first + requests))
    from_file service-known 0 "$known"
  fi
}

median() { # median FILE
  if [ -s "$work/$1" ]; then
    sort -g "$work/$1" | awk '{ value[NR] = $1 } END { printf "%.0f", NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
  else
    echo –
  fi
}

sum() { if [ -s "$1" ]; then awk '{ n += $1 } END { print n }' "$1"; else echo 0; fi; }

# row TITLE RESULT: the rates of the three, the service's beside the others, and the service's CPU time.
row() {
  awk -v title="$1" -v service="$(median "rate-service-$2")" -v bare="$(median rate-bare-json)" -v peer="$(median "rate-peer-$2")" \
    -v cpu="$(median "cpu-service-$2")" -v bare_cpu="$(median cpu-bare-json)" -v peer_cpu="$(median "cpu-peer-$2")" 'BEGIN {
    percent = sprintf("%.0f %%", 100 * service / bare)
    times = peer == "–" ? "–" : sprintf("%.1f", service / peer)
    printf "| %s | %s | %s | %s | %s | %s | %s, %s, %s |\n", title, service, bare, percent, peer, times, cpu, bare_cpu, peer_cpu
  }'
}

table() {
  local of_peer='–' bad_peer='–'
  [ -z "$peer_pid" ] || of_peer=$(peak "$peer_pid")
  [ -z "$peer" ] || bad_peer=$(sum "$work/bad-peer")
  echo "$(date -u +%Y-%m-%d), $(nproc) cores of $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $connections connections, medians of $turns turns of $seconds s after a warm-up of $warm_up s"
  echo
  echo '| requests a second | Unleash.Pat | bare Kestrel | of it | peer | times the peer | CPU a request of each, µs |'
  echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: |'
  row '`/auth/verify`' verify
  row '`GET /api/admin/user` by token' user
  row "list of one's $listed tokens" list
  row 'create and delete tokens, each counted' pairs
  if [ -n "$secrets" ]; then
    row 'first verification of a token' first
    row "verification of $known tokens from memory" known
  fi
  echo "| first start to first answer, ms | $first_ms | $bare_ms | | – | | |"
  echo "| later starts, ms | $start_ms | $bare_ms | | – | | |"
  echo "| peak memory, MiB | $(peak "$service_pid") | $(peak "$bare_pid") | | $of_peer | | |"
  echo "| answers that were not 2xx | $(sum "$work/bad-service") | $(sum "$work/bad-bare") | | $bad_peer | | |"
}

publish() {
  say "Publishing $1…"
  run dotnet publish "$root/$1" --configuration Release --output "$2" --nologo --verbosity quiet -p:PublishSbom=false >&2
}

# What the service is started with: its database, an admin token, and no limit of sign-ins.
configure() {
  mkdir -p "$work/service" "$work/bare"
  export AdminTokens__0=$admin InitialAdmin__Password=$password RateLimiting__LoginPerMinute=100000
  if [ -z "$database" ] || [ -f "$database" ]; then
    export Database__Provider=Sqlite ConnectionStrings__UnleashPat="Data Source=$work/service/unleash-pat.db"
    if [ -n "$database" ]; then
      cp --reflink=auto "$database" "$work/service/unleash-pat.db"

      # Otherwise the first checkpoint's flush writes the copy to the disk, while the load is measured.
      sync "$work/service/unleash-pat.db"
    fi
  else
    export Database__Provider=SqlServer ConnectionStrings__UnleashPat=$database
  fi
}

start_service() {
  # shellcheck disable=SC2046 # The command is one word, or two.
  start service "$address/ready" $(executable "$program" Unleash.Pat.Api) --urls "$address"
  service_pid=$started_pid
}

start_all() {
  address=http://127.0.0.1:$(free_port) bare=http://127.0.0.1:$(free_port)
  say 'Starting…'
  start_service
  first_ms=$started_ms
  stop "$service_pid"
  start_service
  start_ms=$started_ms

  # The collector that programs of the Web SDK have, as the service does.
  # shellcheck disable=SC2046
  start bare "$bare/json" env DOTNET_gcServer=1 $(executable "$benchmarks" Unleash.Pat.Benchmarks) bare --urls "$bare"
  bare_pid=$started_pid bare_ms=$started_ms
}

create_accounts() {
  local number mark="load-$RANDOM$RANDOM" secret
  secret=$(new_account "$address" "$mark-reader")
  for number in $(seq 2 "$listed"); do
    api "$address" "$secret" POST /api/admin/user/tokens "{\"description\":\"$number\"}" > /dev/null
  done
  echo "$secret" > "$work/reader"
  for number in $(seq "$writers"); do
    new_account "$address" "$mark-writer-$number"
  done | with_ids "$address" > "$work/writers"
}

prepare() {
  say 'Creating accounts…'
  run create_accounts
  reader=$(cat "$work/reader")
  if [ "${#peer_tokens[@]}" -ge 5 ]; then
    printf '%s\n' "${peer_tokens[@]:1}" | with_ids "$peer" > "$work/peer-writers"
    sweep "$peer" "$work/peer-writers"
  elif [ -n "$peer" ]; then
    say 'The peer creates no tokens: fewer than five --peer-token.'
  fi
}

known=10000
first=$known
write_scripts
for folder in "$program" "$benchmarks"; do
  [ -z "$folder" ] || [ -d "$folder" ] || fail "$folder is no folder."
done
[ -z "$program" ] || program=$(cd "$program" && pwd)
[ -z "$benchmarks" ] || benchmarks=$(cd "$benchmarks" && pwd)
if [ -z "$program" ]; then
  program=$work/program
  publish src/Unleash.Pat.Api "$program"
fi
if [ -z "$benchmarks" ]; then
  benchmarks=$work/benchmarks
  publish tests/Unleash.Pat.Benchmarks "$benchmarks"
fi
configure
start_all
prepare
say 'Warming up…'
duration=$warm_up
turn
duration=
for number in $(seq "$turns"); do
  say "Turn $number of $turns…"
  turn
done
table
bad=$(($(sum "$work/bad-service") + $(sum "$work/bad-bare") + $(sum "$work/bad-peer")))
[ "$bad" -eq 0 ] || fail "$bad answers were not 2xx."
