#!/bin/sh
# A PrismQ worker that needs a POSIX shell, curl and jq: sh worker.sh SERVER TYPES
# It claims a task, calls the function of its type, and tells the server what came of it. Put your own into `handle`.
set -u
SERVER=${1:-${PRISMQ_SERVER:-http://localhost:8000}}
TYPES=${2:-${PRISMQ_TYPES:-example.greet,example.fail}}
WORKER=${PRISMQ_WORKER:-$(uname -n)-$$}
LEASE_SECONDS=${PRISMQ_LEASE_SECONDS:-30} # 3 at least
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT # this user's alone: on a command line everybody could read the key
printf '%s\n' 'Content-Type: application/json' ${PRISMQ_KEY:+"Authorization: Bearer $PRISMQ_KEY"} > "$dir/headers"
CURL="curl -s -w %{http_code} -H @$dir/headers"

# A handler reads the payload and prints the result. Its standard error is the log of the task. Exit code 0 completes
# the task, 65 fails it for good, any other fails the attempt.
handle() {
    case $1 in
        example.greet) greet ;;
        example.fail) fail ;;
        *) echo "no handler for $1" >&2 && return 65 ;;
    esac
}

greet() {
    eval "$(jq -r '@sh "name=\(.name) seconds=\(.seconds // 0)"')"
    second=0
    while [ "$second" -lt "$seconds" ]; do
        echo "{\"percent\": $((100 * second / seconds)), \"message\": \"thinking\"}" > "$dir/progress"
        sleep 1 && second=$((second + 1))
    done
    printf 'greeting %s\n' "$name" >&2
    jq -nc --arg name "$name" '{greeting: "Hello, \($name)!"}'
}

fail() { jq -r '.reason // "made to fail"' >&2 && return 65; }

# Sends the file $2: 0 if the server took it, 1 if it refused it for good, 2 if there is no answer that counts.
post() {
    case $($CURL -m 10 -o "$2.answer" --data-binary "@$2" "$SERVER$1") in
        2??) pause=1 && return 0 ;;
        429 | 5?? | 000) return 2 ;; # busy, about to stop, or away
        *) return 1 ;;
    esac
}

# Waits before the next try, longer each time.
later() { sleep "$pause" && pause=$((pause < 5 ? pause + 1 : 5)); }

# Keeps the lease, and carries the progress and the lines that were not told yet. Fails when the task is lost.
heartbeat() {
    read -r told < "$dir/told"
    written=$(wc -l < "$dir/log")
    jq -Rn --arg token "$token" --argjson lease "$LEASE_SECONDS" --argjson told "$told" --argjson written "$written" \
        --slurpfile progress "$dir/progress" '{lease_token: $token, lease_seconds: $lease, progress: $progress[0],
            log: [inputs][$told:$written] | map({level: "info", message: .})}' "$dir/log" > "$dir/heartbeat"
    post "/api/queue/tasks/$id/heartbeat" "$dir/heartbeat"
    case $? in
        0) echo "$written" > "$dir/told" && ! grep -q '"cancel"' "$dir/heartbeat.answer" ;; # "drain": go on
        1) return 1 ;;
        *) return 0 ;; # the lease may outlast it: the next one tries again
    esac
}

keep() {
    ending= && trap 'ending=yes; kill $!' USR1 # not TERM: it has a trap, which a process has too when it begins
    while sleep $((LEASE_SECONDS / 3)) & wait $!; [ -z "$ending" ]; do
        heartbeat || { echo yes > "$dir/lost" && kill "$1" && return; }
    done
}

# Runs the task $id, of type $1, while a background process keeps its lease.
run() {
    : > "$dir/lost" && : > "$dir/log" && echo 0 > "$dir/told" && echo null > "$dir/progress"
    (trap 'echo $? > "$dir/exit"' EXIT; handle "$1") < "$dir/payload" > "$dir/result" 2> "$dir/log" &
    job=$!
    keep "$job" > /dev/null 2>&1 &
    keeper=$!
    while kill -0 "$job" 2> /dev/null; do wait "$job"; done # a signal ends a wait, but not the task
    { kill -USR1 "$keeper" && wait "$keeper"; } 2> /dev/null
    read -r told < "$dir/told"
    [ "$told" -eq "$(wc -l < "$dir/log")" ] || heartbeat
    [ -s "$dir/lost" ] || { read -r code < "$dir/exit" && settle "$code"; }
}

# Tells how the task ended, until the server answers: it knows a settlement again by its token.
settle() {
    if [ "$1" -eq 0 ]; then
        action=complete
        result=$(cat "$dir/result")
        printf '{"lease_token": "%s", "result": %s}' "$token" "${result:-null}" > "$dir/settlement"
    else
        action=fail
        message=$(tail -n 1 "$dir/log")
        jq -n --arg token "$token" --arg message "${message:-exit code $1}" --argjson exit "$1" '{lease_token: $token,
            error_message: $message, error_details: {exit_code: $exit}, retryable: ($exit != 65)}' > "$dir/settlement"
    fi
    until post "/api/queue/tasks/$id/$action" "$dir/settlement" || [ $? -eq 1 ]; do later; done
    echo "$action: $(cat "$dir/settlement.answer")"
}

claim=$(jq -n --arg worker "$WORKER" --arg types "$TYPES" --argjson lease "$LEASE_SECONDS" \
    '{worker_id: $worker, types: ($types / ","), lease_seconds: $lease, wait_seconds: 20}')
started=$(date +%s) number=1 stopping= poll= pause=1
trap 'stopping=yes; [ -z "$poll" ] || kill -USR1 "$poll"' TERM INT # hangs up where it waits for a task
while [ -z "$stopping" ]; do
    printf '%s' "${claim%\}}, \"claim_id\": \"$started-$$-$number\"}" > "$dir/claim"
    $CURL -m 30 -o "$dir/claim.answer" --data-binary "@$dir/claim" "$SERVER/api/queue/claims" > "$dir/code" &
    poll=$! && { [ -z "$stopping" ] || kill -USR1 "$poll"; }
    wait "$poll" 2> /dev/null
    poll= && read -r code < "$dir/code"
    case $code in
        200) number=$((number + 1)) && pause=1 ;;
        429 | 5?? | 000 | '') later && continue ;; # again under the same id: what was claimed is not lost
        *) jq -r '"The server does not take the claim: \(.detail)"' "$dir/claim.answer" >&2 && exit 1 ;;
    esac
    jq -r '.tasks[0] // empty | "\(.task_id) \(.lease_token) \(.type)", (.payload | tojson)' \
        "$dir/claim.answer" > "$dir/task"
    { read -r id token type && read -r payload; } < "$dir/task" || continue
    printf '%s\n' "$payload" > "$dir/payload" && run "$type"
done
