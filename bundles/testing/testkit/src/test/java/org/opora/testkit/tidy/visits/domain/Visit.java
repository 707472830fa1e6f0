package org.opora.testkit.tidy.visits.domain;

import org.opora.testkit.tidy.shared.domain.Hours;

/** Sample of a record of a subject. */
public record Visit(Hours hours) {}
