package org.opora.registry.complaints.application;

import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.persistence.ComplaintQueries;
import org.opora.registry.tasks.domain.Urgency;

/** Opens complaints and names colleagues in them: as many queries for a page as for one. */
record ComplaintLines(Staff staff, ComplaintSeals seals) {
  List<ComplaintLine> of(EntityManager em, Viewer viewer, List<Complaint> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, Set<StaffId>> about =
        new ComplaintQueries(em).about(rows.stream().map(Complaint::id).toList());
    Set<StaffId> keys = new HashSet<>();
    about.values().forEach(keys::addAll);
    rows.stream()
        .flatMap(row -> Stream.of(row.writer(), row.handler(), row.answeredBy(), row.closedBy()))
        .filter(Objects::nonNull)
        .forEach(keys::add);
    Map<StaffId, String> names = staff.names(keys);
    return rows.stream().map(row -> line(viewer, row, about.get(row.id()), names)).toList();
  }

  private ComplaintLine line(
      Viewer viewer, Complaint row, Set<StaffId> about, Map<StaffId, String> names) {
    ComplaintSeals.Words words = seals.open(row);
    return new ComplaintLine(
        row.id(),
        row.version(),
        row.number(),
        row.owner(),
        row.receivedOn(),
        row.how(),
        row.anonymous(),
        words.complainant(),
        words.matter(),
        List.copyOf(about),
        about.stream()
            .map(names::get)
            .filter(Objects::nonNull)
            .sorted(Collator.getInstance(viewer.locale()))
            .toList(),
        names.get(row.writer()),
        row.handler(),
        names.get(row.handler()),
        row.days(),
        row.due(),
        row.closed() ? null : Urgency.of(row.due(), viewer.today()),
        row.finding(),
        words.measures(),
        row.answeredOn(),
        row.answeredBy(),
        row.answeredBy() == null ? null : names.get(row.answeredBy()),
        row.answeredHow(),
        words.answer(),
        words.published(),
        row.missing().orElse(null),
        row.closedOn(),
        row.closedBy() == null ? null : names.get(row.closedBy()));
  }
}
