package org.opora.registry.complaints.application;

import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.FormerComplaint;
import org.opora.registry.complaints.persistence.ComplaintQueries;
import org.opora.registry.tasks.domain.Urgency;

/** Opens complaints and names colleagues in them: as many queries for a page as for one. */
record ComplaintLines(Staff staff, ComplaintSeals seals, FormerSeals former, ComplaintCheck check) {
  List<ComplaintLine> of(EntityManager em, Viewer viewer, List<Complaint> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, Set<StaffId>> about =
        new ComplaintQueries(em).about(rows.stream().map(Complaint::id).toList());
    Set<StaffId> keys = new HashSet<>();
    about.values().forEach(keys::addAll);
    rows.stream()
        .flatMap(
            row ->
                Stream.of(
                    row.writer(), row.handler(), row.answeredBy(), row.closedBy(), row.voidBy()))
        .filter(Objects::nonNull)
        .forEach(keys::add);
    Map<StaffId, String> names = staff.names(keys);
    Set<StaffId> overseers = check.overseers(viewer, Set.of());
    return rows.stream()
        .map(row -> line(viewer, row, about.get(row.id()), overseers, names))
        .toList();
  }

  /** What it said before, the newest first. */
  List<FormerLine> before(EntityManager em, Viewer viewer, Complaint complaint) {
    List<FormerComplaint> rows = new ComplaintQueries(em).former(complaint.id());
    Map<FormerComplaint, FormerSeals.Words> words = new LinkedHashMap<>();
    rows.forEach(row -> words.put(row, former.open(complaint, row)));
    Set<StaffId> keys = rows.stream().map(FormerComplaint::changedBy).collect(Collectors.toSet());
    words.values().forEach(one -> keys.addAll(one.about()));
    Map<StaffId, String> names = staff.names(keys);
    return rows.stream()
        .map(
            row ->
                new FormerLine(
                    row.receivedOn(),
                    row.how(),
                    words.get(row).complainant(),
                    words.get(row).matter(),
                    sorted(viewer, words.get(row).about(), names),
                    row.changedOn(),
                    names.get(row.changedBy())))
        .toList();
  }

  private static List<String> sorted(
      Viewer viewer, Collection<StaffId> staff, Map<StaffId, String> names) {
    return staff.stream()
        .map(names::get)
        .filter(Objects::nonNull)
        .sorted(Collator.getInstance(viewer.locale()))
        .toList();
  }

  private ComplaintLine line(
      Viewer viewer,
      Complaint row,
      Set<StaffId> about,
      Set<StaffId> overseers,
      Map<StaffId, String> names) {
    ComplaintSeals.Words words = seals.open(row);
    return new ComplaintLine(
        row.id(),
        row.version(),
        row.number(),
        row.self(),
        row.receivedOn(),
        row.how(),
        row.anonymous(),
        words.complainant(),
        words.matter(),
        List.copyOf(about),
        sorted(viewer, about, names),
        names.get(row.writer()),
        row.handler(),
        names.get(row.handler()),
        row.days(),
        row.due(),
        waits(row) ? Urgency.of(row.due(), viewer.today()) : null,
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
        row.closedBy() == null ? null : names.get(row.closedBy()),
        row.voidOn(),
        row.voidBy() == null ? null : names.get(row.voidBy()),
        words.reason(),
        about.containsAll(overseers));
  }

  /** The term is that of the answer: an answered one is late no more, whenever it is closed. */
  private static boolean waits(Complaint row) {
    return row.answeredOn() == null && !row.closed() && !row.struckOut();
  }
}
