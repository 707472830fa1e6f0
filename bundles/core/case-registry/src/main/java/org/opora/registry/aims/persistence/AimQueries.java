package org.opora.registry.aims.persistence;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimChild;
import org.opora.registry.aims.domain.AimGoal;
import org.opora.registry.aims.domain.AimReview;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.domain.AimVersion;
import org.opora.registry.aims.domain.GoalReview;
import org.opora.registry.shared.persistence.ChildRows;

/** Reads of agreed aims. What is asked of a file is asked of all its aims at once. */
public record AimQueries(EntityManager em) {
  private static final String OF_FILE =
      ".aim IN (SELECT a.id FROM AgreedAim a WHERE a.file = :key)";

  /** Those that last first. */
  public List<AgreedAim> aims(CaseFileId file) {
    return em.createQuery("SELECT a FROM AgreedAim a WHERE a.file = :file", AgreedAim.class)
        .setParameter("file", file.value())
        .getResultStream()
        .sorted(
            Comparator.comparing((AgreedAim row) -> row.endedOn() != null)
                .thenComparing(AgreedAim::agreedOn, Comparator.reverseOrder())
                .thenComparing(AgreedAim::id))
        .toList();
  }

  /** The last one first. */
  public List<AimReview> reviews(CaseFileId file) {
    return em.createQuery(
            "SELECT r FROM AimReview r WHERE r.file = :file ORDER BY r.day DESC, r.id DESC",
            AimReview.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  public List<GoalReview> goalReviews(CaseFileId file) {
    return em.createQuery(
            "SELECT g FROM GoalReview g WHERE g.review IN (SELECT r.id FROM AimReview r WHERE"
                + " r.file = :file) ORDER BY g.id",
            GoalReview.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  public List<AimGoal> goalsOf(CaseFileId file) {
    return all(
        "SELECT g FROM AimGoal g WHERE g" + OF_FILE + " ORDER BY g.place, g.id",
        AimGoal.class,
        file.value());
  }

  public List<AimGoal> goals(UUID aim) {
    return all(
        "SELECT g FROM AimGoal g WHERE g.aim = :key ORDER BY g.place, g.id", AimGoal.class, aim);
  }

  public List<AimStep> stepsOf(CaseFileId file) {
    return all(
        "SELECT s FROM AimStep s WHERE s" + OF_FILE + " ORDER BY s.place, s.id",
        AimStep.class,
        file.value());
  }

  public List<AimStep> steps(UUID aim) {
    return all(
        "SELECT s FROM AimStep s WHERE s.aim = :key ORDER BY s.place, s.id", AimStep.class, aim);
  }

  /** What is said of children, as far as the scope covers them. */
  public List<AimChild> childrenOf(CaseFileId file, Scope scope) {
    return new ChildRows(em, scope)
        .all(AimChild.class, "c" + OF_FILE, file).stream()
            .sorted(Comparator.comparing(AimChild::id))
            .toList();
  }

  /** What is said of every child; whoever asks shows nothing of it. */
  public List<AimChild> children(UUID aim) {
    return all("SELECT c FROM AimChild c WHERE c.aim = :key ORDER BY c.id", AimChild.class, aim);
  }

  /** How an aim read before, the last one first. */
  public List<AimVersion> versions(UUID aim) {
    return all(
        "SELECT v FROM AimVersion v WHERE v.aim = :key ORDER BY v.wording DESC",
        AimVersion.class,
        aim);
  }

  private <T> List<T> all(String query, Class<T> type, UUID key) {
    return em.createQuery(query, type).setParameter("key", key).getResultList();
  }
}
