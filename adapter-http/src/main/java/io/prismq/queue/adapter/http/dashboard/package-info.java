/**
 * The dashboard: pages for people, written by the server and readable without scripts.
 *
 * <p>A page asks the use cases, makes a view of plain texts and numbers, and has its template write it; the template
 * escapes. A form acts through the use cases too, if it is known for one of ours, and sends the browser on to a page.
 * Scripts only ask for the page again when something happened, and put its live part in place of the old one.
 *
 * <p>Limits: who reaches the server may do everything. A form outlives no restart of the server.
 */
@NullMarked
package io.prismq.queue.adapter.http.dashboard;

import org.jspecify.annotations.NullMarked;
