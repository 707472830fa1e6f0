package org.opora.registry.aims.domain;

/**
 * The sealed words of an agreed aim that are about the whole of it.
 *
 * @param plan null when nothing is planned yet
 * @param disagreed what those who agree do not agree on; null when nothing is said
 * @param adultView how the adults see it; null when nothing is said
 */
public record AimTexts(byte[] aim, byte[] plan, byte[] disagreed, byte[] adultView) {}
