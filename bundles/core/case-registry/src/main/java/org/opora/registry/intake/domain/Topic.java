package org.opora.registry.intake.domain;

import java.util.List;

/**
 * What it is about, as the centre counts it: the codes of the list {@link #LIST} that every centre
 * begins with. What is offered and how it reads is the centre's.
 */
public final class Topic {
  public static final String LIST = "intake-topics";

  public static final String FOSTER_CARE = "FOSTER_CARE";
  public static final String AGREEMENT = "AGREEMENT";
  public static final String CHILD = "CHILD";
  public static final String PARENTING = "PARENTING";
  public static final String SEPARATION = "SEPARATION";
  public static final String CONTACT = "CONTACT";
  public static final String SCHOOL = "SCHOOL";
  public static final String HEALTH = "HEALTH";
  public static final String VIOLENCE = "VIOLENCE";
  public static final String MONEY = "MONEY";
  public static final String HOUSING = "HOUSING";
  public static final String OTHER = "OTHER";

  /** In the order in which they are offered at first. */
  public static final List<String> FIRST =
      List.of(
          FOSTER_CARE,
          AGREEMENT,
          CHILD,
          PARENTING,
          SEPARATION,
          CONTACT,
          SCHOOL,
          HEALTH,
          VIOLENCE,
          MONEY,
          HOUSING,
          OTHER);

  private Topic() {}
}
