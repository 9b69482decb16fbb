/**
 * The store on one SQLite file.
 *
 * <p>One thread owns the connection that writes: it takes every unit of work that waits, runs them in one transaction,
 * and tells their callers after one fsync. Reads run on connections of their own, on snapshots. Correctness never rests
 * on memory: several processes may share the file.
 *
 * <p>Beside what a service opens and closes stand, each built on those before it, {@code session}, {@code file},
 * {@code rows}, {@code care}, {@code commit} and {@code backup}.
 *
 * <p>Known limits: the file belongs on a local disk (SQLite's locks do not hold on network shares); a file takes one
 * writer at a time, across all processes; at most 10,000 distinct pairs of type and compatibility.
 */
@NullMarked
package io.prismq.queue.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
