package io.prismq.queue.adapter.telemetry.trace;

import java.net.URI;

/**
 * Where spans go.
 *
 * @param endpoint an http or https URL that takes OTLP in protobuf, with its whole path
 * @param service what this program is called in traces
 * @param sampleRatio the share of traces that begin here and are told of, 0 to 1; a trace that a client began is told of
 *     where the client says so
 */
public record TracingSettings(URI endpoint, String service, double sampleRatio) {}
