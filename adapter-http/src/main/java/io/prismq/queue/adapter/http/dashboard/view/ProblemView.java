package io.prismq.queue.adapter.http.dashboard.view;

/** Why a request could not be answered. */
public record ProblemView(int status, String title, String detail) {}
