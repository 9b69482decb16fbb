package io.prismq.queue.adapter.http.types;

/** What became of the wish to pause or resume a type. */
record PauseBody(String type, boolean paused, String message) {}
