package org.opora.registry.aims.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewGoal;
import org.opora.registry.aims.application.AimsDesk.NewStep;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimChild;
import org.opora.registry.aims.domain.AimGoal;
import org.opora.registry.aims.domain.AimPart;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.persistence.AimQueries;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.shared.application.Refusals;

/**
 * What changes among the goals, steps and reasons of an aim. A part that reads as before stays what
 * it was, with its reviews and its task.
 */
final class AimParts {
  private static final int LINE = 500;
  private static final int REASON = 2000;

  private final AgreedAim aim;
  private final AimSeals seals;
  private final List<AimPart> ended = new ArrayList<>();
  private final List<Function<Integer, AimPart>> begun = new ArrayList<>();

  private AimParts(AgreedAim aim, AimSeals seals) {
    this.aim = aim;
    this.seals = seals;
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   * @throws NotFound when a reason is about a child whom the viewer does not see in the file
   */
  static AimParts of(
      EntityManager em, Access access, Viewer viewer, AgreedAim aim, AimSeals seals, NewAim now) {
    AimParts parts = new AimParts(aim, seals);
    AimQueries queries = new AimQueries(em);
    parts.goals(queries, goals(now.goals()));
    parts.steps(queries, steps(now.agreedOn(), now.steps()));
    parts.reasons(em, access, viewer, now.whyBest());
    return parts;
  }

  private static List<NewGoal> goals(List<NewGoal> typed) {
    List<NewGoal> goals = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      NewGoal one = typed.get(i);
      String at = String.valueOf(i + 1);
      String measure = Refusals.optional("measure" + at, one.measure(), LINE);
      String words = Refusals.optional("goal" + at, one.words(), LINE);
      if (words == null && (measure != null || one.target() != null)) {
        throw Refusals.refused("goal" + at, "refused.required");
      }
      if (words != null) {
        goals.add(new NewGoal(words, measure, one.target()));
      }
      if (goals.size() > AimsDesk.MOST_GOALS) {
        throw Refusals.refused("goal" + at, "refused.aim-goals", AimsDesk.MOST_GOALS);
      }
    }
    return goals;
  }

  private static List<NewStep> steps(LocalDate agreedOn, List<NewStep> typed) {
    List<NewStep> steps = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      NewStep one = typed.get(i);
      String at = String.valueOf(i + 1);
      String words = Refusals.optional("step" + at, one.words(), LINE);
      if (words == null && (one.whose() != null || one.due() != null)) {
        throw Refusals.refused("step" + at, "refused.required");
      }
      if (words != null && one.whose() == null) {
        throw Refusals.refused("whose" + at, "refused.required");
      }
      if (one.due() != null && one.due().isBefore(agreedOn)) {
        throw Refusals.refused("due" + at, "refused.aim-step-due", agreedOn);
      }
      if (words != null) {
        steps.add(new NewStep(one.whose(), words, one.due()));
      }
      if (steps.size() > AimsDesk.MOST_STEPS) {
        throw Refusals.refused("step" + at, "refused.aim-steps", AimsDesk.MOST_STEPS);
      }
    }
    return steps;
  }

  private void goals(AimQueries queries, List<NewGoal> now) {
    CaseFileId file = aim.file();
    List<AimGoal> before = standing(queries.goals(aim.id()));
    for (int i = 0; i < now.size(); i++) {
      NewGoal one = now.get(i);
      int place = i;
      if (!kept(
          before,
          row ->
              one.equals(
                  new NewGoal(seals.words(file, row), seals.measure(file, row), row.target())))) {
        UUID id = Ids.next();
        begun.add(
            since ->
                new AimGoal(
                    id,
                    aim.id(),
                    since,
                    place,
                    seals.goal(file, id, one.words()),
                    seals.measure(file, id, one.measure()),
                    one.target()));
      }
    }
    ended.addAll(before);
  }

  private void steps(AimQueries queries, List<NewStep> now) {
    CaseFileId file = aim.file();
    List<AimStep> before = standing(queries.steps(aim.id()));
    for (int i = 0; i < now.size(); i++) {
      NewStep one = now.get(i);
      int place = i;
      if (!kept(
          before, row -> one.equals(new NewStep(row.whose(), seals.words(file, row), row.due())))) {
        UUID id = Ids.next();
        begun.add(
            since ->
                new AimStep(
                    id,
                    aim.id(),
                    since,
                    place,
                    one.whose(),
                    seals.step(file, id, one.words()),
                    one.due()));
      }
    }
    ended.addAll(before);
  }

  /** Of a child who is not spoken of nothing changes: whoever writes may not see the child. */
  private void reasons(
      EntityManager em, Access access, Viewer viewer, Map<PersonId, String> whyBest) {
    if (whyBest.isEmpty()) {
      return;
    }
    Map<UUID, UUID> children = new VisitQueries(em).childrenOf(aim.file());
    List<AimChild> before = standing(new AimQueries(em).children(aim.id()));
    whyBest.forEach(
        (child, typed) -> {
          ChildFileId childFile = seen(access, viewer, children, child);
          String words = Refusals.optional("why-" + child, typed, REASON);
          AimChild row =
              before.stream().filter(one -> one.child().equals(child)).findFirst().orElse(null);
          if (Objects.equals(words, row == null ? null : seals.whyBest(row))) {
            return;
          }
          if (row != null) {
            ended.add(row);
          }
          if (words != null) {
            UUID id = Ids.next();
            begun.add(
                since ->
                    new AimChild(
                        id,
                        aim.id(),
                        since,
                        child,
                        childFile,
                        seals.whyBest(Subject.of(childFile), id, words)));
          }
        });
  }

  private static ChildFileId seen(
      Access access, Viewer viewer, Map<UUID, UUID> children, PersonId child) {
    UUID file = children.get(child.value());
    if (file == null
        || !access.decide(viewer, People.READ, Subject.of(child)).allowed()
        || !access.decide(viewer, Visits.WRITE, Subject.of(new ChildFileId(file))).allowed()) {
      throw new NotFound();
    }
    return new ChildFileId(file);
  }

  private <T extends AimPart> List<T> standing(List<T> rows) {
    List<T> standing = new ArrayList<>(rows);
    standing.removeIf(row -> !row.standsIn(aim.wording()));
    return standing;
  }

  /** Takes the part that reads so out of what was there before, so that it does not end. */
  private static <T> boolean kept(List<T> before, Predicate<T> same) {
    for (T row : before) {
      if (same.test(row)) {
        return before.remove(row);
      }
    }
    return false;
  }

  boolean changed() {
    return !ended.isEmpty() || !begun.isEmpty();
  }

  /**
   * The aim has its next wording already.
   *
   * @return steps that are not part of it any more
   */
  List<AimStep> write(EntityManager em) {
    ended.forEach(part -> part.endWith(aim.wording() - 1));
    begun.forEach(part -> em.persist(part.apply(aim.wording())));
    return ended.stream().filter(AimStep.class::isInstance).map(AimStep.class::cast).toList();
  }
}
