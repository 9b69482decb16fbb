package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.oidc.OidcTokens;
import java.util.Optional;

/**
 * Who is let in, and how much he may ask for.
 *
 * @param anonymity what is granted to whoever presents no key
 * @param tokens of an issuer, which count as keys do; empty where none are taken
 */
public record Admission(Anonymity anonymity, Optional<OidcTokens> tokens, Limits limits) {}
