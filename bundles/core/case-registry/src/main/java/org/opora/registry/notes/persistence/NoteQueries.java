package org.opora.registry.notes.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.registry.notes.domain.Concerned;
import org.opora.registry.notes.domain.NotePerson;
import org.opora.registry.notes.domain.NoteVersion;
import org.opora.registry.notes.domain.NoteVersionPerson;
import org.opora.registry.shared.persistence.Cursors;

/** Reads of notes; none asks more often when there is more. */
public final class NoteQueries {
  private static final String ROW =
      "SELECT NEW org.opora.registry.notes.persistence.NoteRow(n.id, n.text.kind, n.text.day,"
          + " n.text.start, n.text.minutes, n.recordedBy, n.goneOn) FROM Note n";
  private static final String CHILD =
      "SELECT NEW org.opora.registry.notes.persistence.ChildWords(p.id, p.childFile, n.text.kind,"
          + " n.text.day, n.recordedBy, p.words) FROM NotePerson p JOIN Note n ON n.id = p.note";
  private final EntityManager em;

  public NoteQueries(EntityManager em) {
    this.em = em;
  }

  /** Notes of a file, the newest first; those withdrawn stand among them. */
  public Page<NoteRow> page(CaseFileId file, String after, int limit) {
    UUID last = Cursors.key(after);
    LocalDate lastDay =
        last == null ? null : day("SELECT n.text.day FROM Note n WHERE n.id = :id", last);
    TypedQuery<NoteRow> query =
        em.createQuery(
                ROW
                    + " WHERE n.file = :file"
                    + beyond(lastDay, "n.id")
                    + " ORDER BY n.text.day DESC, n.id DESC",
                NoteRow.class)
            .setParameter("file", file.value());
    return Cursors.page(bounded(query, lastDay, last, limit), limit, NoteRow::id);
  }

  /** What notes of every family say of one child alone, the newest first. */
  public Page<ChildWords> ofChild(ChildFileId child, String after, int limit) {
    UUID last = Cursors.key(after);
    LocalDate lastDay =
        last == null
            ? null
            : day(
                "SELECT n.text.day FROM NotePerson p JOIN Note n ON n.id = p.note WHERE p.id = :id",
                last);
    TypedQuery<ChildWords> query =
        em.createQuery(
                CHILD
                    + " WHERE p.childFile = :child AND n.goneOn IS NULL"
                    + beyond(lastDay, "p.id")
                    + " ORDER BY n.text.day DESC, p.id DESC",
                ChildWords.class)
            .setParameter("child", child.value());
    return Cursors.page(bounded(query, lastDay, last, limit), limit, ChildWords::id);
  }

  private static String beyond(LocalDate lastDay, String key) {
    return lastDay == null
        ? ""
        : " AND (n.text.day < :lastDay OR (n.text.day = :lastDay AND " + key + " < :last))";
  }

  private static <T> List<T> bounded(TypedQuery<T> query, LocalDate lastDay, UUID last, int limit) {
    if (lastDay != null) {
      query.setParameter("lastDay", lastDay).setParameter("last", last);
    }
    return query.setMaxResults(limit + 1).getResultList();
  }

  /** Null when the row of the cursor is no more. */
  private LocalDate day(String query, UUID row) {
    return em.createQuery(query, LocalDate.class)
        .setParameter("id", row)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Whom a note concerns; whoever asks shows nobody who is not seen. */
  public List<Sight<NotePerson>> people(UUID note, Scope scope) {
    List<NotePerson> rows =
        em.createQuery("SELECT p FROM NotePerson p WHERE p.note = :note", NotePerson.class)
            .setParameter("note", note)
            .getResultList();
    return seen(rows, "NotePerson", "p.note = :note", note, scope);
  }

  /** How a note read before, the oldest first. */
  public List<NoteVersion> versions(UUID note) {
    return em.createQuery(
            "SELECT v FROM NoteVersion v WHERE v.note = :note ORDER BY v.at, v.id",
            NoteVersion.class)
        .setParameter("note", note)
        .getResultList();
  }

  public long amendments(UUID note) {
    return em.createQuery("SELECT COUNT(v.id) FROM NoteVersion v WHERE v.note = :note", Long.class)
        .setParameter("note", note)
        .getSingleResult();
  }

  /** Whom the note concerned according to all its versions. */
  public List<Sight<NoteVersionPerson>> former(UUID note, Scope scope) {
    String which = "p.former IN (SELECT v.id FROM NoteVersion v WHERE v.note = :note)";
    List<NoteVersionPerson> rows =
        em.createQuery("SELECT p FROM NoteVersionPerson p WHERE " + which, NoteVersionPerson.class)
            .setParameter("note", note)
            .getResultList();
    return seen(rows, "NoteVersionPerson", which, note, scope);
  }

  private <C extends Concerned> List<Sight<C>> seen(
      List<C> rows, String entity, String which, UUID note, Scope scope) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, PersonName> names = new HashMap<>();
    Map<UUID, Integer> places = new HashMap<>();
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    walls
        .bind(
            em.createQuery(
                "SELECT p.person, w.given, w.family FROM "
                    + entity
                    + " p JOIN Person w ON w.id = p.person WHERE "
                    + which
                    + " AND "
                    + walls.where("w", "id")
                    + " ORDER BY w.birthDate, w.id",
                Object[].class))
        .setParameter("note", note)
        .getResultList()
        .forEach(
            row -> {
              names.put((UUID) row[0], new PersonName((String) row[1], (String) row[2]));
              places.putIfAbsent((UUID) row[0], places.size());
            });
    Set<UUID> open =
        new HashSet<>(
            scope
                .bind(
                    em.createQuery(
                        "SELECT DISTINCT p.id FROM "
                            + scope.from(entity, "p", "childFile")
                            + " WHERE "
                            + scope.where("p", "childFile")
                            + " AND "
                            + new Scope(Reach.ALL, scope.staff(), scope.today())
                                .where("p", "person")
                                .replace("scopeWall", "childWall")
                            + " AND "
                            + which,
                        UUID.class))
                .setParameter("note", note)
                .getResultList());
    return rows.stream()
        .sorted(
            Comparator.comparing((C row) -> places.getOrDefault(row.person(), Integer.MAX_VALUE)))
        .map(
            row ->
                new Sight<>(
                    row,
                    names.get(row.person()),
                    row.childFile() == null || open.contains(row.id())))
        .toList();
  }
}
