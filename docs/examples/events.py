#!/usr/bin/env python3
"""Follows what happens to tasks, with Python 3.8 or newer and nothing else: python3 events.py SERVER QUERY

QUERY asks for less, as in type=email.send&kind=completed,failed. Where the connection is lost it comes back, and misses
nothing. Put what you want to do with an event into `heard`.
"""
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.request

SERVER = (sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PRISMQ_SERVER", "http://localhost:8000")).rstrip("/")
QUERY = sys.argv[2] if len(sys.argv) > 2 else ""
LONGEST_SILENCE_SECONDS = 45  # the server says something every 15


def heard(event):
    if event["kind"] in ("reset", "dropped"):  # after a reset, look at the tasks anew: something was missed
        print(event["kind"], event["reason"], flush=True)
    else:
        print(event["event_id"], event["kind"], "task", event["task_id"], flush=True)


def listen(last_id):
    """Each event, or None, with the id after which to come back; ends where the stream does."""
    headers = {} if last_id is None else {"Last-Event-ID": last_id}
    if "PRISMQ_KEY" in os.environ:
        headers["Authorization"] = "Bearer " + os.environ["PRISMQ_KEY"]
    request = urllib.request.Request(f"{SERVER}/api/queue/events?{QUERY}", headers=headers)
    with urllib.request.urlopen(request, timeout=LONGEST_SILENCE_SECONDS) as stream:
        event = None
        for line in stream:
            field, _, value = line.decode().rstrip("\r\n").partition(": ")
            if field == "id":
                last_id = value
            elif field == "data":
                event = json.loads(value)
            elif line.strip() == b"":  # the end of an event, or of a sign of life
                yield last_id, event
                event = None


last = os.environ.get("PRISMQ_LAST_EVENT_ID")  # without one it begins with what happens next, with 0 at the oldest
while True:
    try:
        for last, news in listen(last):
            if news is not None:
                heard(news)
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, urllib.error.HTTPError) and error.code < 500:
            sys.exit(error.read().decode())
        print(f"{error} - coming back", file=sys.stderr)
    except KeyboardInterrupt:
        sys.exit()
    time.sleep(2)
