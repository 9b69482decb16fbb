#!/usr/bin/env python3
"""A PrismQ worker that needs Python 3.8 or newer and nothing else: python3 worker.py SERVER TYPES

It claims a task, calls the function of its type, and tells the server what came of it. Put your own into HANDLERS."""
import http.client, json, os, random, signal, socket, sys, threading, time, traceback, uuid
from urllib import error, request

SERVER = (sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PRISMQ_SERVER", "http://localhost:8000")).rstrip("/")
TYPES = (sys.argv[2] if len(sys.argv) > 2 else os.environ.get("PRISMQ_TYPES", "example.greet,example.fail")).split(",")
WORKER = os.environ.get("PRISMQ_WORKER", "%s-%d" % (socket.gethostname(), os.getpid()))
LEASE_SECONDS = int(os.environ.get("PRISMQ_LEASE_SECONDS", "30"))
HEADERS = {"Content-Type": "application/json"}
HEADERS.update({"Authorization": "Bearer " + os.environ["PRISMQ_KEY"]} if "PRISMQ_KEY" in os.environ else {})
UNANSWERED = (OSError, ValueError, http.client.HTTPException)


def greet(payload, task):
    for second in range(payload.get("seconds", 0)):
        task.progress = {"percent": 100 * second // payload["seconds"], "message": "thinking"}
        if task.lost.wait(1):
            return None  # cancelled, or somebody else's: nobody waits for a result
    task.log("greeting " + payload["name"])
    return {"greeting": "Hello, %s!" % payload["name"]}


def fail(payload, task):
    raise ValueError(payload.get("reason", "made to fail"))  # what is wrong with a payload stays wrong: not retried


HANDLERS = {"example.greet": greet, "example.fail": fail}


def post(path, body, timeout=10):
    """Status and answer of one request; an exception of UNANSWERED where there is no answer that counts."""
    asked = request.Request(SERVER + path, json.dumps(body).encode(), HEADERS)
    try:
        with request.urlopen(asked, timeout=timeout) as answer:
            return answer.status, json.load(answer)
    except error.HTTPError as refused:
        if refused.code >= 500 or refused.code == 429:  # busy, or about to stop
            raise OSError("%s answers %d" % (SERVER, refused.code))
        return refused.code, json.load(refused)


def post_until_answered(path, body, timeout=10):
    """Repeats a request until it is answered: the server knows a claim again by its id, a settlement by its token."""
    pause = 0.2
    while True:
        try:
            return post(path, body, timeout)
        except UNANSWERED as lost:
            print(lost, "- trying again", file=sys.stderr)
        time.sleep(random.uniform(pause / 2, pause))
        pause = min(2 * pause, 5)


class Task:
    """A task that was claimed. A thread keeps its lease while the handler works, and carries what there is to tell."""
    def __init__(self, claimed):
        self.id, self.type, self.payload = claimed["task_id"], claimed["type"], claimed["payload"]
        self.token, self.progress, self.lines = claimed["lease_token"], None, []
        self.lost, self.ended = threading.Event(), threading.Event()

    def log(self, message, level="info"):
        self.lines.append({"level": level, "message": message})

    def heartbeat(self):
        lines = self.lines[:1000]
        body = {"lease_token": self.token, "lease_seconds": LEASE_SECONDS, "progress": self.progress, "log": lines}
        try:
            status, answer = post("/api/queue/tasks/%d/heartbeat" % self.id, body)
        except UNANSWERED:
            return  # the lease may outlast it: the next one tries again
        del self.lines[:len(lines)]
        if status != 200 or answer["directive"] == "cancel":  # "drain": go on, the server takes settlements
            self.lost.set()

    def keep(self):
        while not self.lost.is_set() and not self.ended.wait(LEASE_SECONDS / 3):
            self.heartbeat()

    def run(self):
        (keeper := threading.Thread(target=self.keep, daemon=True)).start()
        try:
            action, body = "complete", {"result": HANDLERS[self.type](self.payload, self)}
        except Exception as wrong:
            body = {"error_message": str(wrong) or repr(wrong), "retryable": not isinstance(wrong, ValueError)}
            action, body["error_details"] = "fail", {"traceback": traceback.format_exc()}
        self.ended.set()
        keeper.join()
        if self.lines:
            self.heartbeat()
        if not self.lost.is_set():
            path = "/api/queue/tasks/%d/%s" % (self.id, action)
            status, answer = post_until_answered(path, dict(body, lease_token=self.token))
            print("task", self.id, answer.get("outcome") or answer.get("detail"))


def stop(signum, frame):
    """Ends the worker: at once where it waits for a task, otherwise when the task at hand is settled."""
    global stopping
    stopping = True
    if waiting:
        sys.exit(0)  # hangs up: the server keeps what it was about to give


stopping, waiting = False, True
signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGINT, stop)
while not stopping:
    claim = {"worker_id": WORKER, "types": TYPES, "lease_seconds": LEASE_SECONDS,
             "wait_seconds": 20, "claim_id": str(uuid.uuid4())}
    status, answer = post_until_answered("/api/queue/claims", claim, timeout=30)
    waiting = False
    if status != 200:
        sys.exit("The server does not take the claim: %s" % answer["detail"])
    for claimed in answer["tasks"]:
        Task(claimed).run()
    waiting = True
