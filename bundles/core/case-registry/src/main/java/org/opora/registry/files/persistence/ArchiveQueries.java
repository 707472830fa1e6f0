package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.opora.api.access.Scope;
import org.opora.api.files.FileKind;
import org.opora.api.paging.Page;
import org.opora.registry.files.domain.ArchivedFile;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;

/** Closed files: how long they stay, and those that were put away. */
public final class ArchiveQueries {
  /** How people take part in a file, and where it says who. */
  private static final Map<String, String> PARTS =
      Map.of("FileCarer", "person", "Placement", "child");

  private final EntityManager em;
  private final Scope scope;

  public ArchiveQueries(EntityManager em, Scope scope) {
    this.em = em;
    this.scope = scope;
  }

  /**
   * Which files of a class may go.
   *
   * @param kinds files of these kinds belong to it when they have no class of their own
   * @param bornUntil null where no child counts
   */
  public record Ripe(
      String code,
      Set<FileKind> kinds,
      LocalDate closedFrom,
      LocalDate closedUntil,
      LocalDate bornUntil) {}

  /** Records of a file that somebody still has to see to; what each of them is, and when. */
  public enum Left {
    LETTERS("Letter t WHERE t.doer IS NOT NULL AND t.settledOn IS NULL AND t.voidOn IS NULL"),
    LOANS(
        "Inspection t WHERE t.deed = org.opora.registry.inspections.domain.Deed.LENT AND"
            + " t.returnedOn IS NULL AND t.voidOn IS NULL"),
    INCIDENTS("Incident t WHERE t.closedOn IS NULL"),
    /** Of the end that holds; one that was taken back asks for nothing. */
    SETTLEMENTS(
        "Settlement t JOIN Agreement a ON a.id = t.agreement WHERE a.endedOn = t.lastDay AND"
            + " t.reportedOn IS NULL");

    private final String records;

    Left(String records) {
      this.records = records;
    }
  }

  /** How many of them there are, whoever may read them. */
  public static long left(EntityManager em, UUID file, Left what) {
    return em.createQuery(
            "SELECT COUNT(t.id) FROM " + what.records + " AND t.file = :file", Long.class)
        .setParameter("file", file)
        .getSingleResult();
  }

  /** Open tasks of the file, and those that are kept under these people alone. */
  public static long openTasks(EntityManager em, UUID file, List<UUID> people) {
    return count(em, "t.file = :one", file)
        + Chunks.ask(
                people, some -> List.of(count(em, "t.file IS NULL AND t.person IN :one", some)))
            .stream()
            .mapToLong(Long::longValue)
            .sum();
  }

  private static long count(EntityManager em, String which, Object one) {
    return em.createQuery(
            "SELECT COUNT(t.id) FROM Task t WHERE t.doneOn IS NULL AND " + which, Long.class)
        .setParameter("one", one)
        .getSingleResult();
  }

  /** Everybody who ever was in the file. */
  public static Set<UUID> people(EntityManager em, UUID file) {
    return people(em, part -> "t.file = :one", file, null);
  }

  /** Those of these people who are or were in another file that is not put away. */
  public static Set<UUID> elsewhere(EntityManager em, UUID file, List<UUID> people) {
    Set<UUID> found = new HashSet<>();
    Chunks.ask(
            people,
            some ->
                List.copyOf(
                    people(
                        em,
                        part ->
                            "t."
                                + part
                                + " IN :one AND t.file IN (SELECT f.id FROM CaseFile f WHERE"
                                + " f.archivedOn IS NULL AND f.id <> :but)",
                        some,
                        file)))
        .forEach(found::add);
    return found;
  }

  private static Set<UUID> people(
      EntityManager em, UnaryOperator<String> which, Object one, UUID but) {
    Set<UUID> people = new HashSet<>();
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      TypedQuery<UUID> query =
          em.createQuery(
                  "SELECT DISTINCT t."
                      + part.getValue()
                      + " FROM "
                      + part.getKey()
                      + " t WHERE "
                      + which.apply(part.getValue()),
                  UUID.class)
              .setParameter("one", one);
      if (but != null) {
        query.setParameter("but", but);
      }
      people.addAll(query.getResultList());
    }
    return people;
  }

  /**
   * A child that once was in a file.
   *
   * @param bornIn year of birth of a child who was erased; null of all others
   */
  public record Placed(UUID file, UUID child, Integer bornIn) {}

  /** Everybody who ever was placed in these files. */
  public static List<Placed> children(EntityManager em, List<UUID> files) {
    return Chunks.ask(
            files,
            some ->
                em.createQuery(
                        "SELECT DISTINCT p.file, p.child, p.bornIn FROM Placement p WHERE p.file"
                            + " IN :files",
                        Object[].class)
                    .setParameter("files", some)
                    .getResultList())
        .stream()
        .map(row -> new Placed((UUID) row[0], (UUID) row[1], (Integer) row[2]))
        .toList();
  }

  /** When these entries say somebody was born; those that do not say are left out. */
  public static Map<UUID, LocalDate> births(EntityManager em, List<UUID> people) {
    Map<UUID, LocalDate> births = new HashMap<>();
    Chunks.ask(
            people,
            some ->
                em.createQuery(
                        "SELECT p.id, p.birthDate FROM Person p WHERE p.id IN :people AND"
                            + " p.birthDate IS NOT NULL",
                        Object[].class)
                    .setParameter("people", some)
                    .getResultList())
        .forEach(row -> births.put((UUID) row[0], (LocalDate) row[1]));
    return births;
  }

  /** The last time first. */
  public static List<ArchivedFile> archived(EntityManager em, UUID file) {
    return em.createQuery(
            "SELECT a FROM ArchivedFile a WHERE a.file = :file ORDER BY a.archivedOn DESC, a.id"
                + " DESC",
            ArchivedFile.class)
        .setParameter("file", file)
        .getResultList();
  }

  /** By number, or by the beginning of the folded family name. */
  public List<CaseFile> find(String words, int most) {
    return scope
        .bind(
            em.createQuery(
                "SELECT f FROM "
                    + scope.from("CaseFile", "f", "id")
                    + " WHERE "
                    + scope.where("f", "id")
                    + " AND f.archivedOn IS NOT NULL AND (f.number = :number OR f.familyN LIKE"
                    + " :family) ORDER BY f.familyN, f.numberN, f.id",
                CaseFile.class))
        .setParameter("number", words.toUpperCase(Locale.ROOT))
        .setParameter("family", Fold.fold(words) + "%")
        .setMaxResults(most)
        .getResultList();
  }

  /** By the day of closing; also some whose children say otherwise. */
  public Page<CaseFile> due(List<Ripe> ripe, String after, int limit) {
    UUID key = Cursors.key(after);
    CaseFile last = key == null ? null : em.find(CaseFile.class, key);
    StringBuilder any = new StringBuilder();
    for (int i = 0; i < ripe.size(); i++) {
      any.append(i == 0 ? "" : " OR ").append(condition(i, ripe.get(i)));
    }
    TypedQuery<CaseFile> query =
        scope.bind(
            em.createQuery(
                "SELECT f FROM "
                    + scope.from("CaseFile", "f", "id")
                    + " WHERE "
                    + scope.where("f", "id")
                    + " AND ("
                    + any
                    + ")"
                    + (last == null
                        ? ""
                        : " AND (f.closedOn > :day OR (f.closedOn = :day AND f.id > :last))")
                    + " ORDER BY f.closedOn, f.id",
                CaseFile.class));
    for (int i = 0; i < ripe.size(); i++) {
      Ripe one = ripe.get(i);
      query
          .setParameter("code" + i, one.code())
          .setParameter("kinds" + i, one.kinds())
          .setParameter("from" + i, one.closedFrom())
          .setParameter("until" + i, one.closedUntil());
      if (one.bornUntil() != null) {
        query.setParameter("born" + i, one.bornUntil());
      }
    }
    if (last != null) {
      query.setParameter("day", last.closedOn()).setParameter("last", last.id().value());
    }
    return Cursors.page(
        query.setMaxResults(limit + 1).getResultList(), limit, row -> row.id().value());
  }

  /**
   * Files of a class closed on the day or later, by the day of closing.
   *
   * @param kinds files of these kinds belong to it when they have no class of their own
   */
  public List<CaseFile> closedSince(String code, Set<FileKind> kinds, LocalDate day) {
    return scope
        .bind(
            em.createQuery(
                "SELECT f FROM "
                    + scope.from("CaseFile", "f", "id")
                    + " WHERE "
                    + scope.where("f", "id")
                    + " AND (f.retention = :code OR (f.retention IS NULL AND f.kind IN :kinds))"
                    + " AND f.closedOn >= :day ORDER BY f.closedOn, f.id",
                CaseFile.class))
        .setParameter("code", code)
        .setParameter("kinds", kinds)
        .setParameter("day", day)
        .getResultList();
  }

  /** Narrows only: a child without a day of birth may have one under another key. */
  private static String condition(int i, Ripe one) {
    return "((f.retention = :code"
        + i
        + " OR (f.retention IS NULL AND f.kind IN :kinds"
        + i
        + ")) AND f.closedOn BETWEEN :from"
        + i
        + " AND :until"
        + i
        + (one.bornUntil() == null
            ? ""
            : " AND NOT EXISTS (SELECT p.id FROM Placement p, Person c WHERE p.file = f.id AND"
                + " c.id = p.child AND c.birthDate > :born"
                + i
                + ")")
        + ")";
  }
}
