@NullMarked
package io.prismq.queue.adapter.http.exchange;

import org.jspecify.annotations.NullMarked;
