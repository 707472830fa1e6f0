package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.ApplicantStage;
import org.opora.registry.files.domain.StageReached;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a file is about, when that changes, and the way of applicants. */
@Component(service = KindDesk.class)
public final class KindDesk {
  private static final String STAGE = "stage-";
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final FileChange change;
  private final FileStory story;

  @Activate
  public KindDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference FileChange change,
      @Reference FileStory story) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.change = change;
    this.story = story;
  }

  /**
   * The same people go on as something else: applicants as a foster family or as adopters. From the
   * day the file was opened it corrects what was chosen by mistake.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused beside the field; also while an agreement lasts or is in
   *     preparation, while children are in a file that is to be that of a foster family: nobody
   *     placed them there, and while somebody is in the file who came on that day or later and has
   *     no place in one of the other kind
   */
  public void turn(Viewer viewer, CaseFileId file, long version, FileKind kind, LocalDate from) {
    Refusals.day("from", from);
    if (kind == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    change.in(
        viewer,
        file,
        "file.turned",
        (em, row) -> {
          Refusals.fresh(row.version(), version);
          FileKind before = row.kind();
          if (kind == before) {
            throw Refusals.refused("kind", "refused.kind-same");
          }
          if (kind == FileKind.YOUNG_PERSON || before == FileKind.YOUNG_PERSON) {
            throw Refusals.refused("kind", "refused.kind-young");
          }
          Refusals.inOrder("from", row.openedOn(), from);
          if (from.isAfter(viewer.today())) {
            throw Refusals.refused("from", "refused.future", from);
          }
          if (before.agreement()) {
            settled(em, file, from);
          }
          Parts parts = new Parts(em, file);
          if (kind.agreement() && parts.childrenAfter(from)) {
            throw Refusals.refused("kind", "refused.kind-children");
          }
          parts.turn(kind, from);
          row.turn(kind);
          em.flush();
          children(em, file)
              .forEach(child -> new Doubts(em).follow(aliases.idsOf(child), viewer.today()));
          story.happened(
              viewer, file, "file-turned", FileStory.source(kind + "|" + from, file.value()), from);
          return null;
        });
  }

  /** Nobody would see any more what an agreement asks for. */
  private static void settled(EntityManager em, CaseFileId file, LocalDate from) {
    long lasting =
        em.createQuery(
                "SELECT COUNT(a.id) FROM Agreement a WHERE a.file = :file"
                    + " AND (a.endedOn IS NULL OR a.endedOn >= :from OR a.closedOn IS NULL)",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("from", from)
            .getSingleResult();
    long prepared =
        em.createQuery(
                "SELECT COUNT(p.id) FROM Proposal p WHERE p.file = :file AND p.state NOT IN :done",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("done", List.of(AgreementState.SIGNED, AgreementState.DROPPED))
            .getSingleResult();
    if (lasting + prepared > 0) {
      throw Refusals.refused("kind", "refused.kind-agreement");
    }
  }

  private static List<PersonId> children(EntityManager em, CaseFileId file) {
    return em.createQuery(
            "SELECT DISTINCT p.child FROM Placement p WHERE p.file = :file", UUID.class)
        .setParameter("file", file.value())
        .getResultStream()
        .map(PersonId::new)
        .toList();
  }

  /**
   * Applicants have reached a stage.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void reach(Viewer viewer, CaseFileId file, ApplicantStage stage, LocalDate on) {
    if (stage == null) {
      throw Refusals.refused("stage", "refused.required");
    }
    Refusals.day("on", on);
    change.in(
        viewer,
        file,
        "stage.reached",
        (em, row) -> {
          if (!row.kind().applicants()) {
            throw Refusals.refused("stage", "refused.stage-kind");
          }
          if (on.isAfter(viewer.today())) {
            throw Refusals.refused("on", "refused.future", on);
          }
          stages(em, file).stream()
              .filter(known -> known.stage() == stage && known.day().equals(on))
              .findFirst()
              .ifPresent(
                  known -> {
                    throw Refusals.refused("stage", "refused.stage-twice");
                  });
          StageReached reached = new StageReached(Ids.next(), file, stage, on, viewer.staff());
          em.persist(reached);
          story.happened(viewer, file, STAGE + stage, reached.id(), on);
          return null;
        });
  }

  /** It was written down by mistake. Nothing happens when that was said already. */
  public void strikeOut(Viewer viewer, CaseFileId file, UUID stage) {
    change.in(
        viewer,
        file,
        "stage.struck-out",
        (em, row) -> {
          StageReached reached = Held.load(em, StageReached.class, stage);
          if (!reached.file().equals(file)) {
            throw new NotFound();
          }
          if (reached.struckOn() == null) {
            reached.strikeOut(viewer.today(), viewer.staff());
            story.didNotHappen(STAGE + reached.stage(), reached.id());
          }
          return null;
        });
  }

  /** The way so far, the last stage first. */
  public List<Stage> stages(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em ->
            stages(em, file).stream()
                .sorted(
                    Comparator.comparing(StageReached::day)
                        .thenComparing(StageReached::stage)
                        .reversed())
                .map(row -> new Stage(row.id(), row.stage(), row.day()))
                .toList());
  }

  private static List<StageReached> stages(EntityManager em, CaseFileId file) {
    return em.createQuery(
            "SELECT s FROM StageReached s WHERE s.file = :file AND s.struckOn IS NULL",
            StageReached.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** A stage that was reached on a day. */
  public record Stage(UUID id, ApplicantStage stage, LocalDate on) {}
}
