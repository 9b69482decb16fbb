package io.prismq.queue.adapter.http.oidc;

import java.net.URI;

/**
 * Whose tokens are taken, and what they permit.
 *
 * @param issuer as its tokens name it
 * @param audience for whom its tokens have to be
 * @param keys where it publishes the keys that it signs with (RFC 7517)
 * @param algorithm the one that it signs with: a token of another one is refused
 * @param scopesClaim has the scopes: words with blanks between them, or an array
 * @param scopePrefix stands before the words that are meant for this server; others are passed over
 */
public record OidcSettings(
        String issuer, String audience, URI keys, String algorithm, String scopesClaim, String scopePrefix) {}
