package org.opora.documents.shared.web;

/** A choice as the form pieces of the shell read it. */
public record Option(String value, String label) {}
