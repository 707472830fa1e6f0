package org.opora.registry.inspections.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;

/** Opens them and names files and colleagues: as many queries for a page as for one. */
record InspectionLines(Transactions tx, Access access, Staff staff, InspectionSeals seals) {
  List<InspectionLine> of(Viewer viewer, List<Inspection> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<CaseFileId> keys = rows.stream().map(Inspection::file).collect(Collectors.toSet());
    Map<CaseFileId, FileLabel> files =
        viewer.may(CaseFiles.READ)
            ? tx.read(em -> new LabelQueries(em).files(access.scope(viewer, CaseFiles.READ), keys))
            : Map.of();
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(
                    row ->
                        Stream.of(
                            row.supervisor(),
                            row.returnedTo(),
                            row.decidedBy(),
                            row.writer(),
                            row.voidBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> line(viewer, row, files.get(row.file()), names)).toList();
  }

  private InspectionLine line(
      Viewer viewer, Inspection row, FileLabel file, Map<StaffId, String> names) {
    InspectionSeals.Words words = seals.open(row);
    return new InspectionLine(
        row.id(),
        row.version(),
        row.file(),
        file,
        row.deed(),
        row.heldOn(),
        row.asker(),
        words.who(),
        words.title(),
        words.part(),
        words.note(),
        row.supervisor(),
        name(names, row.supervisor()),
        row.returnBy(),
        row.lentOut() ? Urgency.of(row.returnBy(), viewer.today()) : null,
        row.returnedOn(),
        name(names, row.returnedTo()),
        words.reason(),
        row.decidedBy(),
        name(names, row.decidedBy()),
        name(names, row.writer()),
        row.voidOn(),
        name(names, row.voidBy()),
        words.voidReason());
  }

  private static String name(Map<StaffId, String> names, StaffId staff) {
    return staff == null ? null : names.get(staff);
  }
}
