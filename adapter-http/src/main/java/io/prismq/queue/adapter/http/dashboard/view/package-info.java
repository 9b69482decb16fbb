/** What the pages of the dashboard show, as their templates read it: texts and numbers, ready to be written. */
@NullMarked
package io.prismq.queue.adapter.http.dashboard.view;

import org.jspecify.annotations.NullMarked;
