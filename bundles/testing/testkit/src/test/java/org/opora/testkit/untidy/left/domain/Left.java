package org.opora.testkit.untidy.left.domain;

import org.opora.testkit.untidy.right.domain.Right;

/** Sample of a subject that knows one by which it is known. */
public record Left(Right right) {}
