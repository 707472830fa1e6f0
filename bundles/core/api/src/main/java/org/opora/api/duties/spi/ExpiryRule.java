package org.opora.api.duties.spi;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.opora.api.text.Text;

/**
 * A paper that somebody of a family has to have as long as they are in it, and that has to be
 * renewed before it is over.
 *
 * @param title name of the duty
 * @param paper kind of the evidence of it, valid from its day to its last; without one, as long as
 *     the law of its first day says
 * @param children whether each child needs one
 * @param carers whether each carer needs one
 * @param validity how long one is valid that does not say so itself; dated, not overlapping
 * @param needed days on which the law asks for one; the paragraph for the sentences
 * @param reasons keys of the sentences
 */
public record ExpiryRule(
    String id,
    Text title,
    String paper,
    boolean children,
    boolean carers,
    List<Parameter<Period>> validity,
    List<Parameter<Boolean>> needed,
    Reasons reasons)
    implements Rule {
  public ExpiryRule {
    Objects.requireNonNull(paper);
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
