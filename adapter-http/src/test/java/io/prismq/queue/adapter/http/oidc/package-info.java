@NullMarked
package io.prismq.queue.adapter.http.oidc;

import org.jspecify.annotations.NullMarked;
