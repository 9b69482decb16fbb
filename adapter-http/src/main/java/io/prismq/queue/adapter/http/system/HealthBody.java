package io.prismq.queue.adapter.http.system;

import java.util.List;

/**
 * How the server is.
 *
 * @param status one word: {@code live}, {@code starting}, {@code ready}, {@code draining} or {@code not_ready}
 * @param reasons why it is not ready; empty when it is
 */
record HealthBody(String status, List<String> reasons) {}
