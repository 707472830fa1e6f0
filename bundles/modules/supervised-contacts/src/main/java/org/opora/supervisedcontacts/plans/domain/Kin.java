package org.opora.supervisedcontacts.plans.domain;

import java.util.List;

/**
 * What a person is to the child: the codes of the list {@link #LIST} that every centre begins with.
 * What is offered and how it reads is the centre's.
 */
public final class Kin {
  public static final String LIST = "contact-kin";

  public static final String MOTHER = "MOTHER";
  public static final String FATHER = "FATHER";
  public static final String GRANDPARENT = "GRANDPARENT";
  public static final String SIBLING = "SIBLING";
  public static final String OTHER_RELATIVE = "OTHER_RELATIVE";
  public static final String CLOSE_PERSON = "CLOSE_PERSON";

  /** In the order in which they are offered at first: as one speaks of a family. */
  public static final List<String> FIRST =
      List.of(MOTHER, FATHER, GRANDPARENT, SIBLING, OTHER_RELATIVE, CLOSE_PERSON);

  private Kin() {}
}
