package org.opora.registry.importing.application;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.importing.domain.OpeningBalance;

/**
 * Since when an opening balance counts: from the first day of the carer's own period, as the duties
 * reckon it, which is not the time of which a spreadsheet says how much was done.
 */
record BalancePeriods(DueLines due) {
  /** The first day of each; those of which nobody knows it are missing. */
  Map<UUID, LocalDate> since(Viewer viewer, Collection<OpeningBalance> rows) {
    Map<LocalDate, Set<CaseFileId>> files = new HashMap<>();
    Map<UUID, LocalDate> since = new HashMap<>();
    for (OpeningBalance row : rows) {
      switch (row.kind()) {
        case EDUCATION_HOURS ->
            files
                .computeIfAbsent(row.asOf(), day -> new HashSet<>())
                .add(new CaseFileId(row.caseFile()));
        case RESPITE_DAYS ->
            since.put(row.id(), LocalDate.of(row.asOf().getYear(), Month.JANUARY, 1));
        case NOTE -> {
          // It is about no time.
        }
      }
    }
    files.forEach(
        (day, some) -> {
          List<Duties.Line> lines = due.all(viewer, some, day);
          rows.stream()
              .filter(row -> row.kind() == OpeningBalance.Kind.EDUCATION_HOURS)
              .filter(row -> row.asOf().equals(day))
              .forEach(row -> first(lines, row, since));
        });
    return since;
  }

  private static void first(
      List<Duties.Line> lines, OpeningBalance row, Map<UUID, LocalDate> since) {
    lines.stream()
        .filter(line -> line.subjectKind() == Duties.SubjectKind.CARER)
        .filter(line -> line.whom().key().equals(row.person()))
        .filter(line -> line.file().value().equals(row.caseFile()))
        .filter(line -> line.detail() instanceof Duties.Account)
        .map(line -> (Duties.Account) line.detail())
        .filter(account -> !row.asOf().isBefore(account.from()))
        .filter(account -> !row.asOf().isAfter(account.until()))
        .findFirst()
        .ifPresent(account -> since.put(row.id(), account.from()));
  }
}
