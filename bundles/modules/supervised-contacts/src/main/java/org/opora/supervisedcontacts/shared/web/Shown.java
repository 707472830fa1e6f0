package org.opora.supervisedcontacts.shared.web;

import java.util.Map;

/** A part of a page that a subject has brought. */
public record Shown(String template, Map<String, Object> model) {}
