package org.opora.registry.care.persistence;

import java.util.UUID;

/** Somebody who was met according to a former version. */
public record FormerMet(UUID former, UUID person, String given, String family) {}
