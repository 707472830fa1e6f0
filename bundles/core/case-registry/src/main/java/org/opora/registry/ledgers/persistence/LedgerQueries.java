package org.opora.registry.ledgers.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.ledgers.domain.BalanceEntry;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.domain.DutyExcuse;
import org.opora.registry.ledgers.domain.EducationEntry;
import org.opora.registry.ledgers.domain.HelpEntry;
import org.opora.registry.ledgers.domain.LedgerEntry;
import org.opora.registry.ledgers.domain.PromiseEntry;
import org.opora.registry.ledgers.domain.RespiteCarer;
import org.opora.registry.ledgers.domain.RespiteEntry;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;

/**
 * Reads of the ledgers. Whoever asks has opened the file; a wall before anybody whom an entry names
 * hides it as a whole, because an entry with somebody left out would say something else.
 */
public record LedgerQueries(EntityManager em) {
  private static final String OPEN =
      ".staff = :scopeStaff AND %1$s.liftedOn IS NULL AND (%1$s.until IS NULL OR %1$s.until >="
          + " :scopeToday)";

  /** How the entries of a ledger are asked for. */
  public enum Of {
    EDUCATION(EducationEntry.class, "day") {
      @Override
      String walls(Scope all) {
        return all.where("e", "carer");
      }
    },
    HELP(HelpEntry.class, "day") {
      @Override
      String walls(Scope all) {
        return all.where("e", "carer");
      }
    },
    RESPITE(RespiteEntry.class, "firstDay") {
      @Override
      String walls(Scope all) {
        return all.where("e", "child")
            + " AND "
            + all.where("e", "childFile").replace("scopeWall", "fileWall")
            + " AND NOT EXISTS (SELECT c.id FROM RespiteCarer c JOIN Wall carerWall ON"
            + " carerWall.subject = c.carer WHERE c.respite = e.id AND carerWall"
            + OPEN.formatted("carerWall")
            + ") AND NOT EXISTS (SELECT s.id FROM RespiteCarer s JOIN SameKey sameKey ON"
            + " sameKey.person = s.carer JOIN Wall sameWall ON sameWall.subject = sameKey.other"
            + " WHERE s.respite = e.id AND sameWall"
            + OPEN.formatted("sameWall")
            + ")";
      }
    },
    EXCUSES(DutyExcuse.class, "firstDay") {
      @Override
      String walls(Scope all) {
        return all.where("e", "person");
      }
    },
    PROMISES(PromiseEntry.class, "firstDay") {
      @Override
      String walls(Scope all) {
        return all.where("e", "file");
      }
    },
    BALANCES(BalanceEntry.class, "asOf") {
      @Override
      String walls(Scope all) {
        return all.where("e", "person");
      }
    };

    private final Class<? extends LedgerEntry> type;
    private final String day;

    Of(Class<? extends LedgerEntry> type, String day) {
      this.type = type;
      this.day = day;
    }

    abstract String walls(Scope all);

    private String from(Scope all) {
      return "SELECT e FROM " + type.getSimpleName() + " e WHERE e.file = :file AND " + walls(all);
    }
  }

  private static Scope all(Scope scope) {
    return new Scope(Reach.ALL, scope.staff(), scope.today());
  }

  /**
   * What was not replaced, the last day first.
   *
   * @param counting whether only what counts; otherwise what was struck stands among it
   */
  public <E extends LedgerEntry> Page<E> page(
      Of of,
      Class<E> type,
      CaseFileId file,
      Scope scope,
      boolean counting,
      String after,
      int limit) {
    UUID last = Cursors.key(after);
    LedgerEntry cursor = last == null ? null : em.find(type, last);
    LocalDate lastDay = cursor == null ? null : cursor.day();
    Scope walls = all(scope);
    TypedQuery<E> query =
        walls
            .bind(
                em.createQuery(
                    of.from(walls)
                        + " AND e.replacedBy IS NULL"
                        + (counting ? " AND e.goneOn IS NULL" : "")
                        + (lastDay == null
                            ? ""
                            : " AND (e."
                                + of.day
                                + " < :lastDay OR (e."
                                + of.day
                                + " = :lastDay AND e.id < :last))")
                        + " ORDER BY e."
                        + of.day
                        + " DESC, e.id DESC",
                    type))
            .setParameter("file", file.value());
    if (lastDay != null) {
      query.setParameter("lastDay", lastDay).setParameter("last", last);
    }
    return Cursors.page(query.setMaxResults(limit + 1).getResultList(), limit, LedgerEntry::id);
  }

  /** Empty also where a wall hides it. */
  public <E extends LedgerEntry> Optional<E> one(
      Of of, Class<E> type, CaseFileId file, Scope scope, UUID entry) {
    Scope walls = all(scope);
    return walls
        .bind(em.createQuery(of.from(walls) + " AND e.id = :entry", type))
        .setParameter("file", file.value())
        .setParameter("entry", entry)
        .getResultStream()
        .findFirst();
  }

  /** From whose days these are taken. */
  public Map<UUID, List<PersonId>> carers(List<UUID> entries) {
    return Chunks.ask(
            entries,
            some ->
                em.createQuery(
                        "SELECT c FROM RespiteCarer c WHERE c.respite IN :entries ORDER BY c.id",
                        RespiteCarer.class)
                    .setParameter("entries", some)
                    .getResultList())
        .stream()
        .collect(
            Collectors.groupingBy(
                RespiteCarer::respite,
                Collectors.mapping(RespiteCarer::carer, Collectors.toList())));
  }

  /**
   * Names of those of these people before whom no wall stands, nor before the part of a file that
   * is about them, under whichever key.
   */
  public Map<PersonId, PersonName> names(Collection<PersonId> people, Scope scope) {
    Scope walls = all(scope);
    Map<PersonId, PersonName> names = new HashMap<>();
    Chunks.ask(
            Chunks.values(people),
            some ->
                walls
                    .bind(
                        em.createQuery(
                            "SELECT p.id, p.given, p.family FROM Person p WHERE p.id IN :people AND "
                                + walls.where("p", "id")
                                + " AND NOT EXISTS (SELECT s.id FROM Placement s JOIN Wall partWall"
                                + " ON partWall.subject = s.childFile WHERE s.child = p.id AND"
                                + " partWall"
                                + OPEN.formatted("partWall")
                                + ") AND NOT EXISTS (SELECT o.id FROM Placement o JOIN SameKey"
                                + " otherKey ON otherKey.other = o.child JOIN Wall otherWall ON"
                                + " otherWall.subject = o.childFile WHERE otherKey.person = p.id"
                                + " AND otherWall"
                                + OPEN.formatted("otherWall")
                                + ")",
                            Object[].class))
                    .setParameter("people", some)
                    .getResultList())
        .forEach(
            row ->
                names.put(
                    new PersonId((UUID) row[0]), new PersonName((String) row[1], (String) row[2])));
    return names;
  }

  /** The entries that were made of an opening balance, each once it was confirmed or corrected. */
  public List<BalanceEntry> ofBalance(UUID balance) {
    return em.createQuery(
            "SELECT e FROM BalanceEntry e WHERE e.balance = :balance ORDER BY e.id",
            BalanceEntry.class)
        .setParameter("balance", balance)
        .getResultList();
  }

  /** The opening balances of a file that count, the latest first. */
  public List<BalanceEntry> balances(CaseFileId file, BalanceKind kind) {
    return em.createQuery(
            "SELECT e FROM BalanceEntry e WHERE e.file = :file AND e.kind = :kind AND e.goneOn IS"
                + " NULL ORDER BY e.asOf DESC, e.id DESC",
            BalanceEntry.class)
        .setParameter("file", file.value())
        .setParameter("kind", kind)
        .getResultList();
  }

  /** Every key of these people, their own one among them. */
  public Map<PersonId, Set<PersonId>> keys(Collection<PersonId> people) {
    Map<PersonId, Set<PersonId>> keys = new HashMap<>();
    people.forEach(one -> keys.computeIfAbsent(one, own -> new HashSet<>()).add(one));
    Chunks.ask(
            Chunks.values(keys.keySet()),
            some ->
                em.createQuery(
                        "SELECT k.person, k.other FROM SameKey k WHERE k.person IN :people",
                        Object[].class)
                    .setParameter("people", some)
                    .getResultList())
        .forEach(row -> keys.get(new PersonId((UUID) row[0])).add(new PersonId((UUID) row[1])));
    return keys;
  }

  /** Who was a carer in the file on the day. */
  public List<PersonId> carersOn(CaseFileId file, LocalDate day) {
    return em.createQuery(
            "SELECT c FROM FileCarer c WHERE c.file = :file AND c.role = :role", FileCarer.class)
        .setParameter("file", file.value())
        .setParameter("role", PartRole.CARER)
        .getResultStream()
        .filter(one -> one.on(day))
        .map(FileCarer::person)
        .distinct()
        .toList();
  }

  /** Which children were placed with the family on the day. */
  public List<PersonId> childrenOn(CaseFileId file, LocalDate day) {
    return em.createQuery(
            "SELECT DISTINCT p.child FROM Placement p WHERE p.file = :file AND (p.since IS NULL OR"
                + " p.since <= :day) AND (p.until IS NULL OR p.until >= :day)",
            UUID.class)
        .setParameter("file", file.value())
        .setParameter("day", day)
        .getResultStream()
        .map(PersonId::new)
        .toList();
  }

  /** Everybody who is or was a carer in the file. */
  public List<PersonId> carersOf(CaseFileId file) {
    return em.createQuery(
            "SELECT DISTINCT c.person FROM FileCarer c WHERE c.file = :file AND c.role = :role",
            UUID.class)
        .setParameter("file", file.value())
        .setParameter("role", PartRole.CARER)
        .getResultStream()
        .map(PersonId::new)
        .toList();
  }
}
