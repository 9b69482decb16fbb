/** Takes the tokens of an issuer that people and programs log in to, in the place of keys. */
@NullMarked
package io.prismq.queue.adapter.http.oidc;

import org.jspecify.annotations.NullMarked;
