package org.opora.moduletemplate.domain;

import java.util.List;

/**
 * What a wish can be about: the codes of the list {@link #LIST} that every centre begins with. What
 * is offered and how it reads is the centre's.
 */
public final class WishKinds {
  public static final String LIST = "module-template-kinds";

  /** In the order in which they are offered at first. */
  public static final List<String> FIRST = List.of("TOGETHER", "THING", "CONTACT", "OTHER");

  private WishKinds() {}
}
