package io.prismq.queue.adapter.http.problem;

/**
 * What is wrong with one field.
 *
 * @param field its place in the body, such as {@code tasks[3].priority}, or the name of a query parameter, path
 *     parameter or header
 */
public record FieldError(String field, String message) {}
