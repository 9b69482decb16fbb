/** How pages of the dashboard are written, and how its forms are known for its own. */
@NullMarked
package io.prismq.queue.adapter.http.dashboard.html;

import org.jspecify.annotations.NullMarked;
