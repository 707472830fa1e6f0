package org.opora.registry.plans.persistence;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanLine;
import org.opora.registry.plans.domain.PlanReview;
import org.opora.registry.plans.domain.PlanSignature;
import org.opora.registry.plans.domain.PlanVersion;
import org.opora.registry.shared.persistence.ChildRows;
import org.opora.registry.shared.persistence.Chunks;

/** Reads of plans. */
public record PlanQueries(EntityManager em) {

  /** Plans of a file whose child or carer the scope does not hide, the last first. */
  public List<Plan> of(CaseFileId file, Scope scope) {
    return Stream.concat(stays(file, scope), education(file, scope))
        .sorted(
            Comparator.comparing((Plan plan) -> plan.terms().first(), Comparator.reverseOrder())
                .thenComparing(Plan::id))
        .toList();
  }

  private Stream<Plan> stays(CaseFileId file, Scope scope) {
    return new ChildRows(em, scope)
        .all(Plan.class, "c.file = :key AND c.childFile IS NOT NULL", file).stream();
  }

  private Stream<Plan> education(CaseFileId file, Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return walls
        .bind(
            em.createQuery(
                "SELECT p FROM Plan p WHERE p.file = :file AND p.carer IS NOT NULL AND "
                    + walls.where("p", "carer"),
                Plan.class))
        .setParameter("file", file.value())
        .getResultStream();
  }

  /** Plans of stay of a file that are still looked at; whoever asks shows nothing of them. */
  public List<Plan> stays(CaseFileId file) {
    return em.createQuery(
            "SELECT p FROM Plan p WHERE p.file = :file AND p.childFile IS NOT NULL AND p.reviewOn IS"
                + " NOT NULL",
            Plan.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** How long children stay and stayed in a file. */
  public List<Placement> placements(CaseFileId file) {
    return em.createQuery("SELECT p FROM Placement p WHERE p.file = :file", Placement.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** Those of these records that have a task, done or not. */
  public List<UUID> tasks(List<UUID> sources) {
    return Chunks.ask(
        sources,
        some ->
            em.createQuery(
                    "SELECT t.source FROM Task t WHERE t.origin = :origin AND t.source IN :some",
                    UUID.class)
                .setParameter("origin", CaseRegistryModule.ID)
                .setParameter("some", some)
                .getResultList());
  }

  /** Lines of these plans, in every wording. */
  public List<PlanLine> lines(List<UUID> plans) {
    return all(
        "SELECT l FROM PlanLine l WHERE l.plan IN :plans ORDER BY l.place, l.id",
        PlanLine.class,
        plans);
  }

  /** Reviews of these plans, the last one first. */
  public List<PlanReview> reviews(List<UUID> plans) {
    return all(
        "SELECT r FROM PlanReview r WHERE r.plan IN :plans ORDER BY r.day DESC, r.id DESC",
        PlanReview.class,
        plans);
  }

  /** What carers answered to these plans, also what was struck. */
  public List<PlanSignature> signatures(List<UUID> plans) {
    return all(
        "SELECT s FROM PlanSignature s WHERE s.written IN :plans", PlanSignature.class, plans);
  }

  /** How it read before, the last one first. */
  public List<PlanVersion> versions(UUID plan) {
    return all(
        "SELECT v FROM PlanVersion v WHERE v.plan IN :plans ORDER BY v.wording DESC",
        PlanVersion.class,
        List.of(plan));
  }

  private <T> List<T> all(String query, Class<T> type, List<UUID> plans) {
    return Chunks.ask(
        plans, some -> em.createQuery(query, type).setParameter("plans", some).getResultList());
  }
}
