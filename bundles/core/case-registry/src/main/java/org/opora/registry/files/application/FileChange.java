package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.plans.application.PlanReminders;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.views.application.AskingAgain;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one way to change what belongs to a case file: access first, then the row of the file held,
 * so that two changes of a file come one after the other, then the change, then the relations and
 * walls that follow from it and the row of the audit trail.
 */
@Component(service = FileChange.class)
public final class FileChange {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Relations relations;
  private final Walls walls;
  private final Inbox inbox;
  private final Messages messages;
  private final AskingAgain again;
  private final PlanReminders plans;

  @Activate
  public FileChange(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference Walls walls,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference AskingAgain again,
      @Reference PlanReminders plans) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.relations = relations;
    this.walls = walls;
    this.inbox = inbox;
    this.messages = messages;
    this.again = again;
    this.plans = plans;
  }

  /** A change of an open file. */
  public <T> T in(
      Viewer viewer,
      CaseFileId file,
      String action,
      BiFunction<EntityManager, CaseFile, T> change) {
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    return tx.required(
        em -> {
          CaseFile held = Held.hold(em, CaseFile.class, file.value());
          if (held.closedOn() != null) {
            throw Refusals.refused(null, "refused.file-closed", held.closedOn());
          }
          T result = change.apply(em, held);
          followed(em, viewer, file, action);
          return result;
        });
  }

  /**
   * A change of what was written in a file that is none of the file itself: it is possible on any
   * day, whatever became of the file. It asks for nothing, because whoever makes it need not be let
   * into the file; the use case decides who may.
   */
  public <T> T onAnyDay(
      Viewer viewer, CaseFileId file, String action, Function<EntityManager, T> change) {
    return tx.required(
        em -> {
          Held.hold(em, CaseFile.class, file.value());
          T result = change.apply(em);
          audit.wrote(viewer, action, List.of(Subject.of(file)));
          return result;
        });
  }

  /**
   * The change that opens a closed file again, for whoever leads it.
   *
   * @throws NotAllowed when the viewer works with the family but does not lead it
   */
  <T> T again(
      Viewer viewer,
      CaseFileId file,
      String action,
      BiFunction<EntityManager, CaseFile, T> change) {
    requireLeading(viewer, file);
    return tx.required(
        em -> {
          CaseFile held = Held.hold(em, CaseFile.class, file.value());
          if (held.closedOn() == null) {
            throw Refusals.refused(null, "refused.file-open");
          }
          if (held.archivedOn() != null) {
            throw Refusals.refused(null, "refused.file-archived", held.archivedOn());
          }
          T result = change.apply(em, held);
          followed(em, viewer, file, action);
          return result;
        });
  }

  /**
   * Whether the viewer gives the family to others: its key worker of today, and whoever may change
   * every file. A deputy, a co-worker and a stand-in work with the family, and pass it on to
   * nobody.
   */
  boolean leads(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    return viewer.reach(CaseFiles.WRITE) == Reach.ALL
        || tx.read(
            em ->
                new Assignments(em, file)
                    .rows(RelationKind.KEY_WORKER).stream()
                        .filter(row -> row.staff().equals(viewer.staff()))
                        .filter(row -> !row.since().isAfter(viewer.today()))
                        .anyMatch(
                            row -> row.until() == null || !row.until().isBefore(viewer.today())));
  }

  /**
   * @throws NotAllowed when the viewer works with the family but does not lead it
   */
  void requireLeading(Viewer viewer, CaseFileId file) {
    if (!leads(viewer, file)) {
      audit.denied(viewer, CaseFiles.WRITE, List.of(Subject.of(file)), "no-relation");
      throw new NotAllowed("no-relation");
    }
  }

  /** What every change of a file ends with. */
  void followed(EntityManager em, Viewer viewer, CaseFileId file, String action) {
    kept(em, viewer, new FileRelations(em, relations).follow(file));
    again.follow(em, viewer, file);
    plans.follow(em, viewer, file);
    audit.wrote(viewer, action, List.of(Subject.of(file)));
  }

  /**
   * Held before the people of a relationship are, as in every change of a file; nothing for none.
   */
  public void hold(EntityManager em, CaseFileId file) {
    if (file != null) {
      Held.hold(em, CaseFile.class, file.value());
    }
  }

  /**
   * Who may know of relatives because of a relationship between these people, and who must not,
   * after it changed.
   *
   * @param file in whose work it is written down, held; nothing follows when there is none
   */
  public void relatives(
      EntityManager em, Viewer viewer, CaseFileId file, Collection<PersonId> people) {
    if (file != null) {
      kept(em, viewer, new FileRelations(em, relations).follow(file, Chunks.values(people)));
    }
  }

  private void kept(EntityManager em, Viewer viewer, Collection<CaseFileId> files) {
    walls(em).follow(viewer, files);
    new HandWalls(em, walls, inbox, messages).follow(viewer, files);
  }

  /** The same after somebody was erased, by which nobody comes to the family. */
  public void relativesLess(EntityManager em, CaseFileId file, Collection<PersonId> people) {
    new FileRelations(em, relations).follow(file, Chunks.values(people));
  }

  /** Who may read the file in an emergency or for an inspection changed; the file is held. */
  public void lent(EntityManager em, CaseFileId file) {
    new FileRelations(em, relations).follow(file);
  }

  /** For what follows from a decision that is no change of a file. */
  ConflictWalls walls(EntityManager em) {
    return new ConflictWalls(em, walls, inbox, messages);
  }

  /** The file of a record that belongs to one. */
  CaseFileId fileOf(String entity, UUID record) {
    return tx.read(
        em ->
            em.createQuery("SELECT t.file FROM " + entity + " t WHERE t.id = :id", UUID.class)
                .setParameter("id", record)
                .getResultStream()
                .findFirst()
                .map(CaseFileId::new)
                .orElseThrow(NotFound::new));
  }
}
