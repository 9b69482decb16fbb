@NullMarked
package io.prismq.queue.adapter.http.tls;

import org.jspecify.annotations.NullMarked;
