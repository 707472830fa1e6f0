package org.opora.course.web;

/** A block of a copy, as its page shows it. */
public record PaperLine(String look, String words) {}
