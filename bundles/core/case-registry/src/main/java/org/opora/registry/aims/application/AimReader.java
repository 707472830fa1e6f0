package org.opora.registry.aims.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimChild;
import org.opora.registry.aims.domain.AimGoal;
import org.opora.registry.aims.domain.AimPart;
import org.opora.registry.aims.domain.AimReview;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.domain.AimVersion;
import org.opora.registry.aims.domain.GoalReview;
import org.opora.registry.aims.persistence.AimQueries;

/** Agreed aims of a file, unsealed for whoever may read them. */
record AimReader(Staff staff, AimSeals seals) {

  /** Everything the file holds of its aims: a query each, however many aims there are. */
  private record Parts(
      Map<UUID, List<AimGoal>> goals,
      Map<UUID, List<AimStep>> steps,
      Map<UUID, List<AimChild>> children,
      Map<StaffId, String> names) {}

  List<AimView> views(EntityManager em, CaseFileId file, Scope scope) {
    AimQueries queries = new AimQueries(em);
    List<AgreedAim> aims = queries.aims(file);
    if (aims.isEmpty()) {
      return List.of();
    }
    List<AimReview> reviews = queries.reviews(file);
    Parts parts = parts(queries, file, scope, reviews.stream().map(AimReview::writtenBy));
    Map<UUID, List<AimReview>> byAim =
        reviews.stream().collect(Collectors.groupingBy(AimReview::aim));
    Map<UUID, List<GoalReview>> results =
        queries.goalReviews(file).stream().collect(Collectors.groupingBy(GoalReview::review));
    return aims.stream()
        .map(
            row ->
                new AimView(
                    row.id(),
                    row.version(),
                    now(row, parts),
                    row.endedOn(),
                    byAim.getOrDefault(row.id(), List.of()).stream()
                        .map(review -> review(file, review, results, parts))
                        .toList()))
        .toList();
  }

  private Parts parts(AimQueries queries, CaseFileId file, Scope scope, Stream<StaffId> writers) {
    List<AimStep> steps = queries.stepsOf(file);
    return new Parts(
        byAim(queries.goalsOf(file)),
        byAim(steps),
        byAim(queries.childrenOf(file, scope)),
        staff.names(
            Stream.concat(writers, steps.stream().map(AimStep::doneBy))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
  }

  private static <T extends AimPart> Map<UUID, List<T>> byAim(List<T> parts) {
    return parts.stream().collect(Collectors.groupingBy(AimPart::aim));
  }

  private AimView.Wording now(AgreedAim row, Parts parts) {
    AimSeals.Texts texts = seals.open(row);
    return new AimView.Wording(
        row.wording(),
        row.agreedOn(),
        texts.aim(),
        texts.plan(),
        texts.disagreed(),
        texts.adultView(),
        row.reviewOn(),
        goals(row.file(), row.id(), row.wording(), parts),
        steps(row.file(), row.id(), row.wording(), parts),
        why(row.id(), row.wording(), parts));
  }

  private AimView.Review review(
      CaseFileId file, AimReview row, Map<UUID, List<GoalReview>> results, Parts parts) {
    Map<UUID, AimGoal> goals =
        parts.goals().getOrDefault(row.aim(), List.of()).stream()
            .collect(Collectors.toMap(AimGoal::id, Function.identity()));
    return new AimView.Review(
        row.day(),
        row.result(),
        seals.openWords(file, row.id(), row.words()),
        parts.names().get(row.writtenBy()),
        results.getOrDefault(row.id(), List.of()).stream()
            .map(
                one ->
                    new AimView.GoalResult(
                        one.goal(), seals.words(file, goals.get(one.goal())), one.result()))
            .toList());
  }

  private List<AimView.Goal> goals(CaseFileId file, UUID aim, int wording, Parts parts) {
    return standing(parts.goals(), aim, wording)
        .map(
            row ->
                new AimView.Goal(
                    row.id(), seals.words(file, row), seals.measure(file, row), row.target()))
        .toList();
  }

  private List<AimView.Step> steps(CaseFileId file, UUID aim, int wording, Parts parts) {
    return standing(parts.steps(), aim, wording)
        .map(
            row ->
                new AimView.Step(
                    row.id(),
                    row.whose(),
                    seals.words(file, row),
                    row.due(),
                    row.doneOn(),
                    row.doneBy() == null ? null : parts.names().get(row.doneBy())))
        .toList();
  }

  private List<AimView.Why> why(UUID aim, int wording, Parts parts) {
    return standing(parts.children(), aim, wording)
        .map(row -> new AimView.Why(row.child(), seals.whyBest(row)))
        .toList();
  }

  private static <T extends AimPart> Stream<T> standing(
      Map<UUID, List<T>> parts, UUID aim, int wording) {
    return parts.getOrDefault(aim, List.of()).stream().filter(row -> row.standsIn(wording));
  }

  /** How an aim read before, the last one first. */
  List<AimView.Former> former(EntityManager em, AgreedAim aim, Scope scope) {
    AimQueries queries = new AimQueries(em);
    List<AimVersion> versions = queries.versions(aim.id());
    if (versions.isEmpty()) {
      return List.of();
    }
    CaseFileId file = aim.file();
    Parts parts = parts(queries, file, scope, versions.stream().map(AimVersion::by));
    return versions.stream()
        .map(
            row -> {
              AimSeals.Texts texts = seals.open(file, row);
              return new AimView.Former(
                  new AimView.Wording(
                      row.wording(),
                      row.agreedOn(),
                      texts.aim(),
                      texts.plan(),
                      texts.disagreed(),
                      texts.adultView(),
                      row.reviewOn(),
                      goals(file, aim.id(), row.wording(), parts),
                      steps(file, aim.id(), row.wording(), parts),
                      why(aim.id(), row.wording(), parts)),
                  parts.names().get(row.by()),
                  row.at());
            })
        .toList();
  }
}
