package org.opora.api.duties.spi;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.text.Text;

/**
 * A paper that somebody has to have, and that has to be renewed before it is over: who is in a
 * family as long as they are in it, a member of staff as long as they have a post, the house
 * always.
 *
 * @param title name of the duty
 * @param paper kind of the evidence of it, valid from its day to its last; without one, as long as
 *     the law of its first day says
 * @param about whose paper it is: children, carers, members of staff, the house
 * @param renewed whether only those need one who have had one: nobody knows who else does
 * @param validity how long one is valid that does not say so itself; dated, not overlapping
 * @param needed days on which the law asks for one; the paragraph for the sentences
 * @param reasons keys of the sentences
 */
public record ExpiryRule(
    String id,
    Text title,
    String paper,
    Set<SubjectKind> about,
    boolean renewed,
    List<Parameter<Period>> validity,
    List<Parameter<Boolean>> needed,
    Reasons reasons)
    implements Rule {
  public ExpiryRule {
    Objects.requireNonNull(paper);
    about = Set.copyOf(about);
    validity = List.copyOf(validity);
    needed = List.copyOf(needed);
  }

  /** Id under which a pack shows that one is needed. */
  public String neededFigure() {
    return id + ".needed";
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = last day
   * of validity, or the first day without a paper, 1 = days left or gone (never negative), 2 =
   * paragraph.
   *
   * @param valid it is valid, and there is time
   * @param expiring it is over soon
   * @param missing none is valid
   * @param lasting it has no end, or lasts as long as it is needed; 0 = the day looked at
   * @param unknown not assessed: there may be one; 0 = the day looked at
   */
  public record Reasons(
      String origin,
      String valid,
      String expiring,
      String missing,
      String lasting,
      String unknown) {}
}
