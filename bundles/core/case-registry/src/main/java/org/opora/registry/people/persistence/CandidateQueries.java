package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.registry.people.domain.BirthDates;
import org.opora.registry.people.domain.FamilyNames;
import org.opora.registry.people.domain.Profile;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * Entries of the whole register that are worth comparing with one person: few queries, each of
 * which walks an index and stops, whatever the size of the register. No scope is asked for: who may
 * be told of what is found is decided after it.
 */
public final class CandidateQueries {
  /** More than are ever exactly so, and enough for a first of January. */
  private static final int MOST = 200;

  private static final String FROM = "SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE ";
  private static final String BORN = "p.BIRTH_DATE";
  private static final String FAMILY = "p.FAMILY_N";
  private static final String GIVEN = "p.GIVEN_N";

  private final EntityManager em;

  public CandidateQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * @param person identifier and phone as fingerprints
   */
  public List<CandidateRow> of(Profile person) {
    Set<UUID> found = new LinkedHashSet<>();
    if (person.identifier() != null) {
      found.addAll(ids(Clause.of("p.NATIONAL_MARK = ?", person.identifier())));
    }
    if (person.phone() != null) {
      found.addAll(ids(Clause.of("p.PHONE_MARK = ?", person.phone())));
    }
    String given = person.given().whole();
    String family = person.family().whole();
    LocalDate born = person.birthDate();
    if (born != null) {
      found.addAll(ids(Clause.of(BORN + " = ?", born)));
    }
    if (born != null && !(given + family).isEmpty()) {
      found.addAll(ids(nearBy(born, given, family)));
    }
    if (!given.isEmpty() && !family.isEmpty()) {
      Clause named = named(person, given, family);
      found.addAll(ids(born == null ? named : named.then(" AND " + BORN + " IS NULL")));
    }
    return rows(List.copyOf(found));
  }

  /** The date is a slip, and one of the names is not; they may have changed places. */
  private static Clause nearBy(LocalDate born, String given, String family) {
    Set<LocalDate> days = new LinkedHashSet<>(BirthDates.near(born));
    days.remove(born);
    Set<String> families = new LinkedHashSet<>(FamilyNames.forms(family));
    families.add(given);
    Set<String> givens = new LinkedHashSet<>(List.of(given, family));
    // An entry without a name is like nobody.
    families.remove("");
    givens.remove("");
    return Clause.onOneOf(BORN, days)
        .and(Clause.among(FAMILY, families).or(Clause.among(GIVEN, givens)));
  }

  /**
   * The same name in any form and order, also with a second given name on one side; the date of one
   * of the two is not known. Folded words hold neither of the signs that LIKE knows.
   */
  private static Clause named(Profile person, String given, String family) {
    Set<String> families = new LinkedHashSet<>(FamilyNames.forms(family));
    families.add(given);
    Set<String> givens = new LinkedHashSet<>(List.of(given, person.given().first(), family));
    return Clause.among(FAMILY, families)
        .and(
            Clause.among(GIVEN, givens)
                .or(Clause.of(GIVEN + " LIKE ?", person.given().first() + " %")));
  }

  private List<UUID> ids(Clause where) {
    return Sql.query(
        em,
        Clause.of(FROM).then(where).then(" FETCH FIRST ? ROWS ONLY", MOST),
        row -> Sql.key(row, 1));
  }

  private List<CandidateRow> rows(List<UUID> people) {
    return Chunks.ask(
        people,
        some ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT p.ID, p.GIVEN, p.FAMILY, p.BIRTH_DATE, p.NATIONAL_MARK, p.PHONE_MARK"
                            + " FROM CASE_REGISTRY.PERSON p WHERE ")
                    .then(Clause.in("p.ID", some)),
                row ->
                    new CandidateRow(
                        Sql.key(row, 1),
                        row.getString(2),
                        row.getString(3),
                        Sql.day(row, 4),
                        row.getString(5),
                        row.getString(6))));
  }
}
