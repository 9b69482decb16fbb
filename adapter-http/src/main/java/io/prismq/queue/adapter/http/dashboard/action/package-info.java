/** What the forms of the dashboard do. */
@NullMarked
package io.prismq.queue.adapter.http.dashboard.action;

import org.jspecify.annotations.NullMarked;
