package org.opora.testkit.untidy.right.domain;

import org.opora.testkit.untidy.left.domain.Left;

/** Sample of a subject that knows one by which it is known. */
public record Right(Left left) {}
