package org.opora.api.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Why somebody can see something, or cannot: answered by the same code that decides. */
@ProviderType
public interface Explanations {
  /**
   * What a colleague may do with a subject today, and why. Whoever may not manage walls is told
   * what roles and relations say: the same whether a wall stands or not.
   *
   * @param viewer who asks; that they may know of the subject has been decided before
   * @param around subjects at which a wall closes it as well; empty when there are none
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage roles
   */
  Answer of(Viewer viewer, StaffId staff, Subject subject, Collection<Subject> around);

  /**
   * The answer.
   *
   * @param signsIn whether the account works; without it nothing is seen at all
   * @param roles ids
   * @param ties what the colleague is, was or will be to the subject
   * @param wallsTold whether walls are counted in the answer
   * @param barriers walls that stand today; empty when they are not told
   * @param verdicts one for each permission that is about families
   */
  record Answer(
      boolean signsIn,
      List<String> roles,
      List<Tie> ties,
      boolean wallsTold,
      List<Barrier> barriers,
      List<Verdict> verdicts) {}

  /**
   * A relation with its days.
   *
   * @param until last day; null while it lasts
   * @param holds whether today is one of its days
   */
  record Tie(RelationKind kind, LocalDate since, LocalDate until, boolean holds) {}

  /** A wall. */
  record Barrier(Walls.Ground ground, LocalDate since, LocalDate until) {}

  /**
   * What was decided of one permission.
   *
   * @param givenBy of the roles of the colleague those that give it, with their reach
   */
  record Verdict(Roles.Known permission, Map<String, Reach> givenBy, Decision decision) {}
}
