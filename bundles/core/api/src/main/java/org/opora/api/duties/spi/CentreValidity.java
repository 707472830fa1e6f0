package org.opora.api.duties.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;

/**
 * Something has to be valid as long as something else lasts, and is renewed before it is over: an
 * assessment of the risk while there is a plan. Both are evidence about the same in the same file,
 * tied by the same {@code ref}; a beginning without one needs nothing.
 *
 * @param title name of the duty
 * @param about whom or what it is about
 * @param lasting kind of the evidence from whose first day to whose last one is needed; without a
 *     last day, until there is one
 * @param paper kind of the evidence of what has to be valid, from its day to its last
 * @param months how long one is valid that names no last day, its last day being called as its
 *     first; by the first one. Null where that has no end
 * @param reasons keys of the sentences
 */
public record CentreValidity(
    String id,
    Text title,
    Set<SubjectKind> about,
    String lasting,
    String paper,
    Setting months,
    Reasons reasons)
    implements CentreRule {
  /**
   * @throws IllegalArgumentException when it is about nobody of a file, or valid for no time at all
   */
  public CentreValidity {
    CentreRules.id(id);
    Objects.requireNonNull(title);
    about = CentreRules.about(id, about);
    Objects.requireNonNull(lasting);
    Objects.requireNonNull(paper);
    Objects.requireNonNull(reasons);
    if (months != null) {
      CentreRules.counted(id, months, 1);
    }
  }

  @Override
  public String begins() {
    return lasting;
  }

  @Override
  public Set<String> evidence() {
    return lasting.equals(paper) ? Set.of(lasting) : Set.of(lasting, paper);
  }

  @Override
  public List<Setting> settings() {
    return months == null ? List.of() : List.of(months);
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = last day
   * of validity, or the first day without, 1 = days left or gone (never negative).
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
