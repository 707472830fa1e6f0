package org.opora.registry.kin.domain;

import java.util.Arrays;
import java.util.List;
import org.opora.api.kin.Role;

/** How two people are related: what the first is to the other, and the other to the first. */
public enum TieKind {
  BIOLOGICAL(Role.PARENT, Role.CHILD),
  ADOPTIVE(Role.ADOPTIVE_PARENT, Role.ADOPTED_CHILD),
  STEP(Role.STEP_PARENT, Role.STEP_CHILD),
  FULL_SIBLING(Role.SIBLING, Role.SIBLING),
  HALF_SIBLING(Role.HALF_SIBLING, Role.HALF_SIBLING),
  STEP_SIBLING(Role.STEP_SIBLING, Role.STEP_SIBLING),
  GRANDPARENT(Role.GRANDPARENT, Role.GRANDCHILD),
  AUNT_UNCLE(Role.AUNT_UNCLE, Role.NIECE_NEPHEW),
  SPOUSE(Role.SPOUSE, Role.SPOUSE),
  PARTNER(Role.PARTNER, Role.PARTNER),
  GUARDIAN(Role.GUARDIAN, Role.WARD),
  CLOSE(Role.CLOSE, Role.CLOSE),
  /** Follows from a placement and is never written down. */
  FOSTER(Role.FOSTER_CARER, Role.FOSTER_CHILD);

  /** What a form offers: everything but what follows from an end date or from a placement. */
  public static final List<Role> STATED =
      Arrays.stream(Role.values()).filter(role -> role.compareTo(Role.FORMER_SPOUSE) < 0).toList();

  private final Role first;
  private final Role other;

  TieKind(Role first, Role other) {
    this.first = first;
    this.other = other;
  }

  /** The kind in which somebody can be this to somebody else. */
  public static TieKind of(Role role) {
    return Arrays.stream(values())
        .filter(kind -> kind.first == role || kind.other == role)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("never stated: " + role));
  }

  /** What the first is to the other. */
  public Role first() {
    return first;
  }

  /** Whether both are the same to each other. */
  public boolean mutual() {
    return first == other;
  }

  /**
   * What one of the two is to the other one.
   *
   * @param ofFirst whether the first is meant
   * @param past whether it is over
   */
  public Role role(boolean ofFirst, boolean past) {
    if (past && this == SPOUSE) {
      return Role.FORMER_SPOUSE;
    }
    if (past && this == PARTNER) {
      return Role.FORMER_PARTNER;
    }
    return ofFirst ? first : other;
  }

  /** Whether the two are or were a couple. */
  public boolean couple() {
    return this == SPOUSE || this == PARTNER;
  }

  public boolean siblings() {
    return this == FULL_SIBLING || this == HALF_SIBLING || this == STEP_SIBLING;
  }

  /** Whether the first stands above the other by law or by birth. */
  public boolean parental() {
    return this == BIOLOGICAL || this == ADOPTIVE || this == STEP;
  }

  /** Whether it holds for life: it has no last day, and one written down before says nothing. */
  public boolean lasting() {
    return !couple() && this != STEP && this != GUARDIAN && this != CLOSE && this != FOSTER;
  }
}
