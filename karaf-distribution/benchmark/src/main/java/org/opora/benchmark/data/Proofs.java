package org.opora.benchmark.data;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What whoever writes a record tells of it, as the product does: a line of the chronology, and what
 * it proves.
 */
final class Proofs {
  private final Rows rows;
  private final Batch timeline;
  private final Batch evidence;
  private long facts;

  Proofs(Rows rows) throws SQLException {
    this.rows = rows;
    timeline =
        rows.of(
            "CASE_REGISTRY.TIMELINE",
            "ID, ORIGIN, KIND, SOURCE, SUBJECT_KIND, SUBJECT, HAPPENED_ON, PERMISSION, DATA_CLASS,"
                + " TITLE_CS, TITLE_PL, TITLE_EN, WRITTEN_BY, HREF, PERSON");
    evidence =
        rows.of(
            "CASE_REGISTRY.EVIDENCE",
            "ID, ORIGIN, KIND, SOURCE, FILE, PERSON, SUBJECT_KIND, SUBJECT, HAPPENED_ON, UNTIL_DAY,"
                + " QUANTITY, UNIT, FORM, REF, OPENING_BALANCE");
  }

  /**
   * A line of the chronology of a family.
   *
   * @param title in Czech, Polish and English
   * @param person at whose wall it is closed besides that of the family; null for nobody
   */
  record Told(
      String origin,
      String kind,
      UUID source,
      LocalDate on,
      String permission,
      String dataClass,
      String[] title,
      UUID by,
      String href,
      UUID person) {}

  /**
   * What a record proves, of whomever.
   *
   * @param until null where it has one day
   * @param quantity null, as {@code unit} and {@code form} are, where it says nothing of it
   * @param ref empty where nothing ties it to others
   */
  record Fact(
      String origin,
      String kind,
      UUID source,
      LocalDate on,
      LocalDate until,
      Integer quantity,
      String unit,
      String form,
      String ref) {
    static Fact of(String origin, String kind, UUID source, LocalDate on) {
      return new Fact(origin, kind, source, on, null, null, null, null, "");
    }

    Fact until(LocalDate last) {
      return new Fact(origin, kind, source, on, last, quantity, unit, form, ref);
    }

    Fact lasting(int minutes) {
      return new Fact(origin, kind, source, on, until, minutes, "min", form, ref);
    }

    Fact formed(String way) {
      return new Fact(origin, kind, source, on, until, quantity, unit, way, ref);
    }

    Fact tiedTo(UUID record) {
      return new Fact(origin, kind, source, on, until, quantity, unit, form, record.toString());
    }
  }

  void tell(Family family, Told told) throws SQLException {
    timeline.add(
        rows.key(),
        told.origin(),
        told.kind(),
        told.source(),
        "CASE_FILE",
        family.file(),
        told.on(),
        told.permission(),
        told.dataClass(),
        told.title()[0],
        told.title()[1],
        told.title()[2],
        told.by(),
        told.href(),
        told.person());
  }

  void ofPerson(Family family, UUID person, Fact fact) throws SQLException {
    add(family, person, "PERSON", person, fact);
  }

  void ofAgreement(Family family, Fact fact) throws SQLException {
    add(family, null, "AGREEMENT", family.agreement(), fact);
  }

  private void add(Family family, UUID person, String kind, UUID subject, Fact fact)
      throws SQLException {
    evidence.add(
        rows.key(),
        fact.origin(),
        fact.kind(),
        fact.source(),
        family.file(),
        person,
        kind,
        subject,
        fact.on(),
        fact.until(),
        fact.quantity(),
        fact.unit(),
        fact.form(),
        fact.ref(),
        false);
    facts++;
  }

  /** How many there are by now. */
  long facts() {
    return facts;
  }
}
