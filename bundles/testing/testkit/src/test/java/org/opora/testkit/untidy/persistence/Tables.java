package org.opora.testkit.untidy.persistence;

import org.opora.testkit.untidy.application.Counter;

/** Sample of a query that knows a use case. */
public record Tables(Counter counter) {}
