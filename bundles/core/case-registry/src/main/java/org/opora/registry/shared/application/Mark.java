package org.opora.registry.shared.application;

import java.time.LocalDate;
import org.opora.api.duties.Trust;

/**
 * How far a figure of the law is confirmed, as it stands beside it on a page: the template {@code
 * law-mark} shows it.
 *
 * @param by who confirmed it for the centre; null when nobody did, or nobody knows who
 * @param on day of that; null as {@code by} is
 */
public record Mark(Trust trust, String by, LocalDate on) {}
