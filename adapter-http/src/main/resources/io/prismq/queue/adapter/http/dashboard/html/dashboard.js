"use strict";

/* Keeps the page true: asks for it again, at most once a second, when the server tells that something happened. */
(() => {
  const REST_MS = 1000;
  const POLL_MS = 5000;
  const AGE_MS = 30000;
  const END_PX = 8;
  const LISTENERS = 4;
  const KINDS = ["enqueued", "due", "claimed", "progress", "completed", "failed", "timed_out", "lease_expired",
    "released", "expired", "cancelled", "retried", "deleted", "reset", "dropped"];

  const byId = (id) => document.getElementById(id);
  const live = () => byId("live");
  const follows = () => live() !== null && live().dataset.live !== undefined;

  let source = null;
  let asking = false;
  let leave = () => {};
  let poll = null;
  let due = null;
  let last = 0;
  let restore = () => {};

  let heard = null;

  const selected = () => document.querySelectorAll("#tasks tbody input:checked").length;

  /* Whether the page follows the queue, and if it waits for somebody. */
  const tell = () => {
    if (!heard) return;
    const stream = byId("stream");
    const count = selected();
    stream.hidden = false;
    stream.dataset.state = count > 0 ? "held" : heard.state;
    stream.textContent = count > 0 ? "paused: " + count + " selected" : heard.word;
  };

  const say = (state, word) => {
    heard = { state, word };
    tell();
  };

  /* What somebody is busy with stays as it is. */
  const isInUse = () => {
    const part = live();
    return !part || selected() > 0 || part.matches(":active")
      || String(window.getSelection()) !== "";
  };

  /* By what an element is found again in the part that takes its place. */
  const name = (element) => {
    if (element.id) return "#" + CSS.escape(element.id);
    const of = (attribute) => element.hasAttribute(attribute)
      ? "[" + attribute + "=\"" + CSS.escape(element.getAttribute(attribute)) + "\"]" : "";
    return element.localName + of("href") + of("name") + of("value") + of("aria-label");
  };

  const topOf = (element) => element.getBoundingClientRect().top;

  /* Where the news of a log are. */
  const toEnd = () => {
    if (byId("lines")) byId("lines").scrollTop = byId("lines").scrollHeight;
  };

  /* A log stays at its end, or else at the line that is read. */
  const rememberLine = () => {
    const log = byId("lines");
    if (!log || log.scrollHeight - log.clientHeight - log.scrollTop < END_PX) return toEnd;
    const read = [...log.children].find((line) => line.getBoundingClientRect().bottom > topOf(log));
    const above = topOf(read) - topOf(log);
    return () => {
      const now = byId("lines");
      const line = now && now.querySelector("[data-line=\"" + read.dataset.line + "\"]");
      if (line) now.scrollTop += topOf(line) - topOf(now) - above;
    };
  };

  /* What was open, scrolled or in focus is so again afterwards. */
  const remember = () => {
    const part = live();
    const open = [...part.querySelectorAll("details[open][id]")].map(name);
    const line = rememberLine();
    const scrolled = [...part.querySelectorAll("[id]:not(#lines)")].filter((element) => element.scrollTop > 0)
      .map((element) => [name(element), element.scrollTop]);
    const focus = part !== document.activeElement && part.contains(document.activeElement)
      ? name(document.activeElement) : null;
    const find = (selector, then) => {
      const found = live() && live().querySelector(selector);
      if (found) then(found);
    };
    return () => {
      open.forEach((selector) => find(selector, (element) => { element.open = true; }));
      scrolled.forEach(([selector, top]) => find(selector, (element) => { element.scrollTop = top; }));
      line();
      if (focus) find(focus, (element) => element.focus({ preventScroll: true }));
    };
  };

  const refresh = () => {
    due = null;
    last = Date.now();
    if (document.hidden || !follows() || isInUse()) return;
    htmx.ajax("GET", live().dataset.live, { target: "#live", select: "#live", swap: "outerHTML" });
  };

  const refreshSoon = () => {
    if (due === null) due = setTimeout(refresh, Math.max(50, last + REST_MS - Date.now()));
  };

  /* While the server tells what happens, only the ages of things grow. */
  const pollEvery = (interval) => {
    clearInterval(poll);
    poll = setInterval(() => {
      start();
      refreshSoon();
    }, interval);
  };

  const stop = () => {
    if (source) source.close();
    leave();
    clearInterval(poll);
    source = poll = null;
  };

  /* A lock that is held until the returned function is called; null where another page holds it. */
  const take = (lock) => new Promise((answer) => {
    const hold = (taken) => new Promise((release) => {
      answer(taken && release);
      if (!taken) release();
    });
    navigator.locks.request(lock, { ifAvailable: true }, hold).catch(() => answer(null));
  });

  /* A browser has six connections to a server. Where it lets pages know of each other, four of them listen at most. */
  const takePlace = async () => {
    if (!navigator.locks) return () => {};
    for (let place = 0; place < LISTENERS; place++) {
      const left = await take("prismq-listener-" + place);
      if (left) return left;
    }
    return null;
  };

  /* Hidden pages do not listen; and who finds no place asks, and tries for one again. */
  const start = async () => {
    if (source || asking || document.hidden || !follows()) return;
    asking = true;
    const left = await takePlace();
    asking = false;
    if (document.hidden) {
      if (left) left();
    } else if (left) {
      leave = left;
      listen();
    } else if (poll === null) {
      pollEvery(POLL_MS);
      say("poll", "polling");
    }
  };

  const listen = () => {
    source = new EventSource(live().dataset.events);
    /* What happened between the answer that is shown and now, nobody tells. */
    source.onopen = () => {
      pollEvery(AGE_MS);
      say("live", "live");
      refreshSoon();
    };
    source.onerror = () => {
      pollEvery(POLL_MS);
      say("poll", "polling");
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        leave();
      }
    };
    KINDS.forEach((kind) => source.addEventListener(kind, refreshSoon));
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stop();
    } else {
      start();
      refreshSoon();
    }
  });

  /* What became of the last copy, for as long as its button tells; a refresh brings a new button. */
  let copying = null;

  const labelCopies = () => document.querySelectorAll("[data-copy]").forEach((button) => {
    button.textContent = copying && copying.what === button.dataset.copy ? copying.label : "Copy";
    button.hidden = false;
  });

  /* Copies the text of an element. */
  const copy = async (what) => {
    const text = byId(what).textContent;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      copied = document.execCommand("copy");
      area.remove();
    }
    copying = { what, label: copied ? "Copied" : "Not copied" };
    labelCopies();
    setTimeout(() => {
      copying = null;
      labelCopies();
    }, 1500);
  };

  const boxes = () => [...document.querySelectorAll("#tasks tbody input[type=checkbox]")];

  const countSelected = () => {
    const all = byId("select-all");
    if (!all) return;
    const count = selected();
    all.hidden = false;
    tell();
    all.checked = count > 0 && count === boxes().length;
    all.indeterminate = count > 0 && !all.checked;
    byId("selected").textContent = count === 0 ? "Select tasks to" : count + " selected:";
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button.dataset.copy);
    if (event.target.id === "exact-times") {
      event.target.setAttribute("aria-pressed", String(event.target.getAttribute("aria-pressed") === "false"));
      showTimes();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "select-all") boxes().forEach((box) => { box.checked = event.target.checked; });
    if (event.target.closest("#tasks")) {
      countSelected();
      if (selected() === 0) refreshSoon();
    }
  });

  let chart = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const line = (label, data, name, borderDash) => ({
    label, data, borderColor: colour(name), backgroundColor: colour(name), borderWidth: 2, borderDash, pointRadius: 0,
    pointHitRadius: 8,
  });

  /* The legend as it is otherwise, with its lines dashed as those of the chart. */
  const dashed = (of) => Chart.defaults.plugins.legend.labels.generateLabels(of)
    .map((label) => ({ ...label, lineDash: of.data.datasets[label.datasetIndex].borderDash }));

  const draw = () => {
    const activity = byId("activity");
    if (!activity || typeof Chart === "undefined") return;
    const { first, enqueued, completed, failed } = JSON.parse(activity.dataset.activity);
    const labels = enqueued.map((_, minute) => new Date(first + minute * 60000).toISOString().substring(11, 16));
    const datasets = [line("enqueued", enqueued, "--enqueued", [7, 3]),
      line("completed", completed, "--completed", []), line("failed", failed, "--failed", [2, 2])];
    if (chart) {
      chart.data.labels = labels;
      chart.data.datasets.forEach((set, index) => { set.data = datasets[index].data; });
      chart.update("none");
      return;
    }
    byId("chart-card").hidden = false;
    const text = colour("--muted");
    const grid = colour("--line");
    chart = new Chart(byId("chart"), {
      type: "line",
      data: { labels, datasets },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        plugins: {
          legend: {
            labels: { color: text, usePointStyle: true, pointStyle: "line", pointStyleWidth: 32, generateLabels: dashed },
          },
        },
        scales: {
          x: { ticks: { color: text, maxRotation: 0, autoSkipPadding: 24 }, grid: { display: false } },
          y: { beginAtZero: true, ticks: { color: text, precision: 0 }, grid: { color: grid } },
        },
      },
    });
  };

  /* For those who cannot point at a time with a mouse, what it says and what it hides change places. */
  const showTimes = () => {
    const button = byId("exact-times");
    const exact = button.getAttribute("aria-pressed");
    button.hidden = false;
    document.querySelectorAll("time[title]").forEach((time) => {
      if ((time.dataset.exact || "false") === exact) return;
      [time.textContent, time.title] = [time.title, time.textContent];
      time.dataset.exact = exact;
    });
  };

  /* Only what scrolls is a stop of the tabulator. */
  const setStops = () => document.querySelectorAll(".code, .lines").forEach((box) => {
    box.tabIndex = box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth ? 0 : -1;
  });

  const dress = () => {
    if (live() && live().dataset.every) setTimeout(refreshSoon, Number(live().dataset.every));
    showTimes();
    setStops();
    labelCopies();
    countSelected();
    draw();
  };

  /* A reader goes on where the answer is: at what is wrong, what is asked or what was done. */
  const focusAnswer = () => {
    const answer = document.querySelector("[aria-invalid]") || byId("errors") || byId("confirm") || byId("notice");
    if (answer) answer.focus({ preventScroll: location.hash !== "" });
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (chart) chart.destroy();
    chart = null;
    draw();
  });
  /* While the answer was on its way, somebody may have begun with something. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (isInUse()) event.detail.shouldSwap = false;
    else restore = remember();
  });
  document.addEventListener("htmx:afterSettle", () => {
    restore();
    dress();
  });
  document.addEventListener("DOMContentLoaded", () => {
    dress();
    toEnd();
    focusAnswer();
    start();
  });
  window.addEventListener("resize", setStops);
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", start);
})();
