/** Encrypts connections: with a certificate and a key from files, which may be replaced while the server runs. */
@NullMarked
package io.prismq.queue.adapter.http.tls;

import org.jspecify.annotations.NullMarked;
