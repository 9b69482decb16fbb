/** The pages of the dashboard: what each is asked, and what it shows. */
@NullMarked
package io.prismq.queue.adapter.http.dashboard.page;

import org.jspecify.annotations.NullMarked;
