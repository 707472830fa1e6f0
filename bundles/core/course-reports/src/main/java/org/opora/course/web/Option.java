package org.opora.course.web;

/** A choice of a form. */
public record Option(String value, String label) {}
