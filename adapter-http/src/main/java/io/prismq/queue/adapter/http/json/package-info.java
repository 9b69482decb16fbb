/**
 * Strict JSON: what is not exactly what a field asks for is refused by the field's name, and opaque values stay as
 * they were written.
 *
 * <p>Limits: values nest at most {@value io.prismq.queue.adapter.http.json.RawJson#MAX_DEPTH} levels deep; bodies are
 * read whole, so their size has to be bounded before.
 */
@NullMarked
package io.prismq.queue.adapter.http.json;

import org.jspecify.annotations.NullMarked;
