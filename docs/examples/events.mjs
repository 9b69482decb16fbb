#!/usr/bin/env node
// Follows what happens to tasks, with Node 18 or newer and nothing else: node events.mjs SERVER QUERY
//
// QUERY asks for less, as in type=email.send&kind=completed,failed. Where the connection is lost it comes back, and
// misses nothing. Put what you want to do with an event into `heard`.
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = (process.argv[2] ?? process.env.PRISMQ_SERVER ?? 'http://localhost:8000').replace(/\/+$/, '');
const QUERY = process.argv[3] ?? '';
const LONGEST_SILENCE_SECONDS = 45; // the server says something every 15
let last = process.env.PRISMQ_LAST_EVENT_ID; // without one it begins with what happens next, with 0 at the oldest

function heard(event) {
  // After a reset, look at the tasks anew: something was missed.
  if (['reset', 'dropped'].includes(event.kind)) console.log(event.kind, event.reason);
  else console.log(event.event_id, event.kind, 'task', event.task_id);
}

/** Hears one stream to its end. */
async function listen() {
  const hangUp = new AbortController();
  const silence = setTimeout(() => hangUp.abort(new Error('silence')), 1000 * LONGEST_SILENCE_SECONDS);
  try {
    const headers = last === undefined ? {} : { 'Last-Event-ID': last };
    if (process.env.PRISMQ_KEY) headers.Authorization = `Bearer ${process.env.PRISMQ_KEY}`;
    const answer = await fetch(`${SERVER}/api/queue/events?${QUERY}`, { headers, signal: hangUp.signal });
    if (answer.status >= 500) throw new Error(`${SERVER} answers ${answer.status}`);
    if (!answer.ok) {
      console.error(await answer.text());
      process.exit(1);
    }
    let rest = '';
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      silence.refresh();
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop(); // the beginning of the next one
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/, 2)));
        last = fields.id ?? last; // a sign of life has an id too, and no data
        if (fields.data !== undefined) heard(JSON.parse(fields.data));
      }
    }
  } finally {
    clearTimeout(silence);
  }
}

for (;;) {
  await listen().catch((error) => console.error(`${error.cause?.message ?? error.message} - coming back`));
  await sleep(2000);
}
