package org.opora.testkit.tidy.domain;

import java.time.LocalDate;

/** Sample of a value. */
public record Day(LocalDate date) {}
