package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.oidc.OidcTokens;
import java.util.Optional;
import java.util.Set;

/**
 * Who is let in, and how much he may ask for.
 *
 * @param anonymity what is granted to whoever presents no key
 * @param tokens of an issuer, which count as keys do; empty where none are taken
 * @param origins of the pages of other servers whose scripts may ask here, as browsers write them
 */
public record Admission(Anonymity anonymity, Optional<OidcTokens> tokens, Set<String> origins, Limits limits) {}
