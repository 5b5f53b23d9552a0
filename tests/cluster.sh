# A PostgreSQL cluster of our own, for one test run: `start` prints its URL, `stop` ends it.
# UTF8 and C.UTF-8, on a socket in a folder of its own; as root it runs as an unprivileged user.
set -eu
STATE="${TMPDIR:-/tmp}/blacklist-cluster-$(id -u)"

find_bin() {
	for folder in "$(dirname "$(command -v initdb 2>/dev/null || echo /none/x)")" /usr/lib/postgresql/*/bin /usr/local/pgsql/bin; do
		if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder"; fi
	done | tail -n 1
}

as_owner() {
	if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u nobody -- "$@"); else "$@"; fi
}

case "${1:-}" in
start)
	bin=$(find_bin)
	[ -n "$bin" ] || exit 1
	sh "$0" stop
	mkdir -p "$STATE/data"
	[ "$(id -u)" -ne 0 ] || chown -R nobody "$STATE"
	chmod 700 "$STATE/data"
	port=$((50000 + $$ % 10000))
	as_owner "$bin/initdb" -D "$STATE/data" -U blacklist -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null
	as_owner "$bin/pg_ctl" -D "$STATE/data" -w -l "$STATE/log" \
		-o "-c listen_addresses= -p $port -k $STATE -c fsync=off -c max_connections=200" start >/dev/null
	echo "$bin" >"$STATE/bin"
	as_owner "$bin/createdb" -h "$STATE" -p "$port" -U blacklist blacklist
	echo "postgres://blacklist@%2F$(echo "${STATE#/}" | sed 's#/#%2F#g'):$port/blacklist"
	;;
stop)
	if [ -f "$STATE/bin" ]; then
		as_owner "$(cat "$STATE/bin")/pg_ctl" -D "$STATE/data" -m immediate stop >/dev/null 2>&1 || true
	fi
	rm -rf "$STATE"
	;;
*)
	echo "usage: cluster.sh start|stop" >&2
	exit 2
	;;
esac
