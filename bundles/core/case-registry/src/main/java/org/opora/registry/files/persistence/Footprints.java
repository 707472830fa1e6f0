package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.spi.Schema;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * What is written of people and in files. Every column of the register that names one counts,
 * except for what former records bring themselves; so a room that is added later is work with a
 * family from its first day.
 */
public final class Footprints {
  private static final String ALWAYS = "1 = 1";

  /** What former records bring of a person with their file; each mark is the key of the file. */
  private static final Map<String, String> WITH_THE_FILE =
      Map.of(
          "FILE_CARER.PERSON", "t.FILE = ?",
          "PLACEMENT.CHILD", "t.FILE = ?",
          "EVIDENCE.PERSON", "t.FILE = ? AND t.OPENING_BALANCE = TRUE",
          "DOUBT.PERSON", "t.FILE = ? OR t.OTHER_FILE = ?",
          "BALANCE_ENTRY.PERSON", "t.FILE = ? AND t.CORRECTS IS NULL AND t.GONE_ON IS NULL");

  /** What is not work with a person: an empty sub-file, and what the register looks into itself. */
  private static final Map<String, String> NO_WORK =
      Map.of("CHILD_FILE.CHILD", ALWAYS, "TASK.PERSON", "t.OVERSIGHT = TRUE");

  /**
   * What former records bring in a file; they bring nobody who is a carer no more. To confirm what
   * they bring is no work, to correct it is. That a file was opened by mistake is no work either.
   */
  private static final Map<String, String> BROUGHT =
      Map.ofEntries(
          Map.entry("FILE_CARER.FILE", "t.UNTIL_DAY IS NULL"),
          Map.entry("ASSIGNMENT.FILE", ALWAYS),
          Map.entry("AGREEMENT.FILE", ALWAYS),
          Map.entry("AGREEMENT_END_BEFORE.FILE", ALWAYS),
          Map.entry("PLACEMENT.FILE", ALWAYS),
          Map.entry("FILE_WEIGHT.FILE", ALWAYS),
          Map.entry("FINDABLE.SUBJECT", ALWAYS),
          Map.entry("INQUIRY_CORRECTION.FOUNDED_FILE", ALWAYS),
          Map.entry("EVIDENCE.FILE", "t.OPENING_BALANCE = TRUE"),
          Map.entry("BALANCE_ENTRY.FILE", "t.CORRECTS IS NULL AND t.GONE_ON IS NULL"),
          Map.entry("TIMELINE.SUBJECT", "t.ORIGIN = '" + CaseRegistryModule.ID + "'"),
          Map.entry("TASK.SUBJECT", "t.OVERSIGHT = TRUE"),
          Map.entry("TASK.FILE", "t.OVERSIGHT = TRUE"));

  private final EntityManager em;
  private final Schema schema;

  public Footprints(EntityManager em, Schema schema) {
    this.em = em;
    this.schema = schema;
  }

  /** Whether anything names one of these people. */
  public boolean of(Collection<PersonId> people) {
    return schema.personColumns().stream().anyMatch(column -> names(column, people, null));
  }

  /** The same beyond what came with this file. */
  public boolean of(Collection<PersonId> people, CaseFileId file) {
    return schema.personColumns().stream().anyMatch(column -> names(column, people, file));
  }

  /** Whether somebody has worked in this file. */
  public boolean in(CaseFileId file) {
    return schema.fileColumns().stream()
        .anyMatch(
            column ->
                any(
                    column,
                    Clause.of(column(column) + " = ?", file.value()),
                    BROUGHT.get(column),
                    file.value()));
  }

  private boolean names(String column, Collection<PersonId> people, CaseFileId file) {
    String brought = file == null ? null : WITH_THE_FILE.get(column);
    return Chunks.ask(
            Chunks.values(people),
            some ->
                List.of(
                    any(
                        column,
                        Clause.in(column(column), some),
                        brought == null ? NO_WORK.get(column) : brought,
                        file == null ? null : file.value())))
        .contains(true);
  }

  /**
   * @param but which of these rows do not count; null when all of them do
   */
  private boolean any(String column, Clause which, String but, UUID file) {
    Clause all =
        Clause.of(
                "SELECT 1 FROM CASE_REGISTRY."
                    + column.substring(0, column.indexOf('.'))
                    + " t WHERE ")
            .then(which);
    Clause counting =
        but == null
            ? all
            : all.then(
                " AND NOT (" + but + ")", Collections.nCopies(marks(but), (Object) file).toArray());
    return !Sql.query(em, counting.then(" FETCH FIRST 1 ROWS ONLY"), row -> row.getInt(1))
        .isEmpty();
  }

  private static int marks(String condition) {
    return (int) condition.chars().filter(mark -> mark == '?').count();
  }

  private static String column(String column) {
    return "t" + column.substring(column.indexOf('.'));
  }
}
