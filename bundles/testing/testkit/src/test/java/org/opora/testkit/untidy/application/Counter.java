package org.opora.testkit.untidy.application;

/** Sample of a use case. */
public record Counter(int waiting) {}
