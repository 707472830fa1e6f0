package org.opora.registry.overrides.persistence;

import java.util.List;
import org.opora.registry.overrides.domain.OverridePerson;
import org.opora.registry.overrides.domain.RuleOverride;
import org.opora.registry.shared.persistence.Tables;

/** The tables of rules gone on against. */
public final class OverrideTables {
  public static final Tables ROOM =
      new Tables(
          List.of(RuleOverride.class, OverridePerson.class),
          List.of("RULE_OVERRIDE_PERSON.PERSON"),
          List.of("RULE_OVERRIDE.SUBJECT", "RULE_OVERRIDE.FILE"));

  private OverrideTables() {}
}
