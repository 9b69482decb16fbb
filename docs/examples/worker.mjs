#!/usr/bin/env node
// A PrismQ worker that needs Node 18 or newer and nothing else: node worker.mjs SERVER TYPES
//
// It claims a task, calls the function of its type, and tells the server what came of it. Put your own into `handlers`.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = (process.argv[2] ?? process.env.PRISMQ_SERVER ?? 'http://localhost:8000').replace(/\/+$/, '');
const TYPES = (process.argv[3] ?? process.env.PRISMQ_TYPES ?? 'example.greet,example.fail').split(',');
const WORKER = process.env.PRISMQ_WORKER ?? `${hostname()}-${process.pid}`;
const LEASE_SECONDS = Number(process.env.PRISMQ_LEASE_SECONDS ?? 30);
const headers = { 'Content-Type': 'application/json' };
if (process.env.PRISMQ_KEY) headers.Authorization = `Bearer ${process.env.PRISMQ_KEY}`;

/** No further attempt can end otherwise. */
class Rejected extends Error {}

const handlers = {
  async 'example.greet'({ name, seconds = 0 }, task) {
    for (let second = 0; second < seconds; second++) {
      task.progress = { percent: Math.floor((100 * second) / seconds), message: 'thinking' };
      await sleep(1000, undefined, { signal: task.lost }); // throws when it is cancelled, or somebody else's
    }
    task.log(`greeting ${name}`);
    return { greeting: `Hello, ${name}!` };
  },
  async 'example.fail'({ reason = 'made to fail' }) {
    throw new Rejected(reason);
  },
};

/** Status and answer of one request; throws where there is no answer that counts. */
async function post(path, body, { seconds = 10, signal } = {}) {
  const signals = new AbortController();
  const hangUp = () => signals.abort(new Error(`${SERVER} does not answer`));
  const timer = setTimeout(hangUp, 1000 * seconds);
  signal?.addEventListener('abort', hangUp);
  try {
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal: signals.signal };
    const answer = await fetch(SERVER + path, request);
    // Busy, or about to stop.
    if (answer.status >= 500 || answer.status === 429) throw new Error(`${SERVER} answers ${answer.status}`);
    return { status: answer.status, body: await answer.json() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', hangUp);
  }
}

/** Repeats a request until it is answered: the server knows a claim again by its id, a settlement by its token. */
async function postUntilAnswered(path, body, options = {}) {
  for (let pause = 200; !options.signal?.aborted; pause = Math.min(2 * pause, 5000)) {
    try {
      return await post(path, body, options);
    } catch (error) {
      if (options.signal?.aborted) break;
      console.error(`${error.cause?.message ?? error.message} - trying again`);
    }
    await sleep(pause * (0.5 + Math.random() / 2), undefined, options).catch(() => {});
  }
  return undefined;
}

/** Runs a task that was claimed. A timer keeps its lease while the handler works, and carries what there is to tell. */
async function run({ task_id: id, type, payload, lease_token }) {
  const path = `/api/queue/tasks/${id}`;
  const lost = new AbortController();
  const task = { lost: lost.signal, progress: null, lines: [] };
  task.log = (message, level = 'info') => task.lines.push({ level, message });
  const heartbeat = async () => {
    const log = task.lines.slice(0, 1000);
    const body = { lease_token, lease_seconds: LEASE_SECONDS, progress: task.progress, log };
    const answer = await post(`${path}/heartbeat`, body).catch(() => undefined); // the lease may outlast it
    if (answer === undefined) return;
    task.lines.splice(0, log.length);
    // The directive `drain` asks for nothing: the task may be finished.
    if (answer.status !== 200 || answer.body.directive === 'cancel') lost.abort();
  };
  let beat = Promise.resolve(); // one after the other
  const timer = setInterval(() => (beat = beat.then(heartbeat)), (1000 * LEASE_SECONDS) / 3);
  let action, body;
  try {
    [action, body] = ['complete', { result: await handlers[type](payload, task) }];
  } catch (error) {
    const error_details = { stack: error.stack };
    [action, body] = ['fail', { error_message: error.message, error_details, retryable: !(error instanceof Rejected) }];
  }
  clearInterval(timer);
  await beat;
  if (task.lines.length > 0) await heartbeat();
  if (lost.signal.aborted) return;
  const { body: answer } = await postUntilAnswered(`${path}/${action}`, { ...body, lease_token });
  console.log(`task ${id} ${answer.outcome ?? answer.detail}`);
}

const stop = new AbortController(); // hangs up where it waits for a task; a task at hand is finished and settled
process.once('SIGTERM', () => stop.abort()).once('SIGINT', () => stop.abort());
while (!stop.signal.aborted) {
  const claim = { worker_id: WORKER, types: TYPES, lease_seconds: LEASE_SECONDS, wait_seconds: 20 };
  claim.claim_id = randomUUID();
  const answer = await postUntilAnswered('/api/queue/claims', claim, { seconds: 30, signal: stop.signal });
  if (answer !== undefined && answer.status !== 200) {
    console.error(`The server does not take the claim: ${answer.body.detail}`);
    process.exit(1);
  }
  for (const claimed of answer?.body.tasks ?? []) await run(claimed);
}
