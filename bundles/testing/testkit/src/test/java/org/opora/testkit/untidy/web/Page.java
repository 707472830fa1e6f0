package org.opora.testkit.untidy.web;

/** Sample of a page. */
public record Page(boolean open) {}
