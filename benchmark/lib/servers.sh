# Starts and stops what is measured, and measures it; benchmark/load reads this.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
root=$home # for .build
work=$(mktemp -d "${TMPDIR:-/tmp}/roster-bench.XXXXXX")
connections=${CONNECTIONS:-64} rounds=${ROUNDS:-5} seconds=${SECONDS_A_ROUND:-5} warm=${WARM:-20}
running=()

stop_all() {
  exec 9>&- # the end of PostgreSQL
  for pid in "${running[@]}"; do kill -9 "$pid" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$work"
}
trap stop_all EXIT

need_wrk() {
  command -v wrk >/dev/null || { echo "install wrk first: apt-get install wrk" >&2; exit 1; }
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

await() {
  for _ in $(seq 600); do
    curl -s -o /dev/null "$1" && return
    sleep 0.1
  done
  echo "nothing answers at $1; the log ends with:" >&2
  tail -n 5 "$work"/*.log >&2
  exit 1
}

# start_roster NAME [SETTING=VALUE ...]: sets roster_pid, roster_url, roster_data
start_roster() {
  local name=$1 port admin
  shift
  port=$(free_port) admin=$(free_port)
  roster_data=$work/$name roster_admin=http://127.0.0.1:$admin
  env ROSTER_RATE_LIMIT_ENABLED=false ROSTER_BOOTSTRAP_ADMIN_PASSWORD=benchmark "$@" \
    "$home/roster" serve --port "$port" --admin-port "$admin" --data "$roster_data" \
    >"$work/$name.log" 2>&1 &
  roster_pid=$! roster_url=http://localhost:$port
  running+=("$roster_pid")
  await "$roster_url/.well-known/oauth-authorization-server"
}

classes() {
  echo "$home/benchmark/target/classes:$(cat "$home/benchmark/target/classpath")"
}

# start_peer MAIN [ARGUMENT ...]: sets peer_pid, peer_url
start_peer() {
  local main=$1 port
  shift
  port=$(free_port)
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$(classes)" "io.roster.benchmark.$main" "$port" "$@" \
    >"$work/$main.log" 2>&1 &
  peer_pid=$! peer_url=http://localhost:$port
  running+=("$peer_pid")
  await "$peer_url/"
}

# Prints the JDBC URL; lives as long as this script.
start_postgres() {
  mkfifo "$work/open"
  "$JAVA_HOME/bin/java" -cp "$(classes)" io.roster.benchmark.Postgres "$work/postgres" \
    <"$work/open" >"$work/postgres.url" 2>"$work/postgres.log" &
  exec 9>"$work/open"
  for _ in $(seq 300); do
    [ -s "$work/postgres.url" ] && break
    sleep 0.1
  done
  postgres_url=$(head -1 "$work/postgres.url")
}

cpu_ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }

# run NAME PID URL KIND [SECONDS]: prints a line, and keeps it for medians in $work/NAME.rounds
run() {
  local name=$1 pid=$2 url=$3 kind=$4 length=${5:-$seconds} before after result
  before=$(cpu_ticks "$pid")
  result=$(KIND=$kind wrk -t1 -c"$connections" -d"${length}s" --timeout 20s \
    -s "$home/benchmark/lib/requests.lua" "$url" 2>&1 | grep '^RESULT') || {
    echo "wrk failed on $name" >&2
    return 1
  }
  after=$(cpu_ticks "$pid")
  echo "$result $((after - before)) $(getconf CLK_TCK)" | awk -v name="$name" -v file="$work/$name.rounds" '{
    cpu = $2 ? $8 * 1e6 / $9 / $2 : 0
    printf "%-18s %9.0f req/s  p50 %7.2f ms  p99 %7.2f ms  %6.1f us CPU  refused %d  broken %d\n",
      name, $3, $4, $5, cpu, $6, $7
    print $3, $4, $5, cpu >> file
  }'
}

# median NAME COLUMN: of rate (1), p50 (2), p99 (3), CPU (4)
median() {
  awk -v column="$2" '{ print $column }' "$work/$1.rounds" | sort -n |
    awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# compare NAME OTHER: the medians of both and their ratios
compare() {
  for name in "$1" "$2"; do
    printf 'median %-11s %9.0f req/s  p50 %7.2f ms  p99 %7.2f ms  %6.1f us CPU\n' "$name" \
      "$(median "$name" 1)" "$(median "$name" 2)" "$(median "$name" 3)" "$(median "$name" 4)"
  done
  awk -v a="$(median "$1" 1)" -v b="$(median "$2" 1)" -v c="$(median "$1" 4)" -v d="$(median "$2" 4)" \
    -v one="$1" -v other="$2" \
    'BEGIN { printf "ratio  %s/%s: %.2f of the requests, %.2f times the CPU\n", one, other, a / b, c / d }'
}

# register COUNT RECORD KIND: registers so many clients and keeps what they were told
register() {
  local lines
  touch "$2"
  while lines=$(wc -l <"$2"); [ "$lines" -lt "$1" ]; do
    RECORD=$2 run filling "$roster_pid" "$roster_url/oauth/register" "$3" 5
  done
}
