package org.opora.testkit.tidy.shared.domain;

/** Sample of a value that several subjects use. */
public record Hours(int value) {}
