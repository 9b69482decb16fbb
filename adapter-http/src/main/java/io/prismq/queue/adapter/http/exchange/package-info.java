/**
 * One exchange of a request for a reply: routes, what a request may carry, what is sent back and whether somebody is
 * there to receive it, and the one place that turns exceptions into problems.
 */
@NullMarked
package io.prismq.queue.adapter.http.exchange;

import org.jspecify.annotations.NullMarked;
