package org.opora.supervisedcontacts.pictures.domain;

import java.util.Objects;
import java.util.Set;
import org.opora.supervisedcontacts.plans.domain.Kin;

/**
 * Somebody whom the child sees.
 *
 * @param kin code of what they are to the child, also one that the centre added
 * @param name as the plan or the register has it; null for a sibling whose name is not to be seen
 */
public record PictureGuest(String kin, String name) {
  private static final String OTHER = "OTHER";

  /** Whom a child calls by what they are and not by a name. */
  private static final Set<String> PARENTS = Set.of(Kin.MOTHER, Kin.FATHER);

  /** Codes with a face of their own. */
  private static final Set<String> FACES =
      Set.of(Kin.MOTHER, Kin.FATHER, Kin.GRANDPARENT, Kin.SIBLING, Kin.CLOSE_PERSON);

  public PictureGuest {
    Objects.requireNonNull(kin);
    if (!kin.equals(Kin.SIBLING)) {
      Objects.requireNonNull(name);
    }
  }

  /** Which face is drawn. */
  public String face() {
    return FACES.contains(kin) ? kin : OTHER;
  }

  /** Whether the child calls them by what they are: parents, and a sibling without a name here. */
  public boolean byKin() {
    return PARENTS.contains(kin) || name == null;
  }

  /** How the child hears them called: the first of the names; null without one. */
  public String calledName() {
    return name == null ? null : name.strip().split("\\s+", 2)[0];
  }
}
