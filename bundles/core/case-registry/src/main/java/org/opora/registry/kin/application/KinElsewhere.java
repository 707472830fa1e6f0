package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.FileRelatives;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/**
 * A relationship opens a person to those who work with its file. When work with another family
 * already knows that person as a relative, and whoever writes the relationship down works with that
 * family for a time only or not at all, it is put before whoever oversees the register: they see to
 * it that nobody lets themselves into another family's relatives.
 */
final class KinElsewhere {
  private static final List<RelationKind> LASTING =
      List.of(RelationKind.KEY_WORKER, RelationKind.DEPUTY, RelationKind.CO_WORKER);
  private final Colleagues colleagues;
  private final Tasks tasks;
  private final Messages messages;

  KinElsewhere(Colleagues colleagues, Tasks tasks, Messages messages) {
    this.colleagues = colleagues;
    this.tasks = tasks;
    this.messages = messages;
  }

  /**
   * In the transaction of the change, before the row is written: it must not count itself.
   *
   * @return whom the overseer has to look at; empty when there is nothing to look at
   */
  List<PersonId> known(EntityManager em, Viewer viewer, KinTie row) {
    if (row.file() == null || viewer.reach(People.WRITE) == Reach.ALL) {
      return List.of();
    }
    return Stream.of(row.first(), row.other())
        .filter(
            person -> {
              Set<CaseFileId> files =
                  new FileRelatives(em).knowing(person, row.file(), viewer.today());
              files.removeAll(own(em, viewer, files));
              return !files.isEmpty();
            })
        .toList();
  }

  /** In the same transaction, when the row is written. */
  void put(Viewer viewer, KinTie row, List<PersonId> known) {
    if (known.isEmpty()) {
      return;
    }
    PersonId person = known.get(0);
    List<Subject> around = List.of(Subject.of(row.first()), Subject.of(row.other()));
    colleagues.overseeing(People.WRITE, around).stream()
        .min(Comparator.comparing(StaffId::value))
        .ifPresent(
            doer ->
                tasks.put(
                    viewer,
                    new Tasks.NewTask(
                        Refusals.BUNDLE,
                        row.id(),
                        null,
                        Subject.of(person),
                        messages.title("task.kin-elsewhere"),
                        doer,
                        null,
                        "/people/" + person + "/kin",
                        Tasks.Tie.LOOSE,
                        true)));
  }

  /** It was struck out: there is nothing to look at any more. */
  void withdraw(KinTie row) {
    tasks.withdraw(Refusals.BUNDLE, row.id());
  }

  private static Set<CaseFileId> own(EntityManager em, Viewer viewer, Set<CaseFileId> files) {
    return new HashSet<>(
        Chunks.ask(
                Chunks.values(files),
                some ->
                    em.createQuery(
                            "SELECT DISTINCT a.file FROM Assignment a WHERE a.staff = :me AND"
                                + " a.file IN :files AND a.kind IN :kinds AND a.since <= :today AND"
                                + " (a.until IS NULL OR a.until >= :today)",
                            UUID.class)
                        .setParameter("me", viewer.staff().value())
                        .setParameter("files", some)
                        .setParameter("kinds", LASTING)
                        .setParameter("today", viewer.today())
                        .getResultList())
            .stream()
            .map(CaseFileId::new)
            .collect(Collectors.toSet()));
  }
}
