package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.persistence.InquiryQueries;

/** Inquiries as somebody sees them: one with its words, a list with as few queries as one row. */
record InquiryLines(Staff staff, ContactLaw law, InquirySeals seals) {
  InquiryLine one(EntityManager em, Inquiry row) {
    return lines(em, List.of(row), true).get(0);
  }

  List<InquiryLine> many(EntityManager em, List<Inquiry> rows) {
    return lines(em, rows, false);
  }

  private List<InquiryLine> lines(EntityManager em, List<Inquiry> rows, boolean words) {
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.doer(), row.recordedBy()))
                .collect(Collectors.toSet()));
    Map<UUID, Integer> places =
        new InquiryQueries(em)
            .places(
                rows.stream()
                    .filter(row -> row.state() == InquiryState.WAITING)
                    .map(Inquiry::id)
                    .toList());
    return rows.stream()
        .map(
            row ->
                new InquiryLine(
                    row.id(),
                    row.version(),
                    row.askedOn(),
                    seals.name(row),
                    seals.phone(row),
                    words ? seals.note(row) : null,
                    row.state(),
                    row.stateOn(),
                    row.waitingSince(),
                    places.get(row.id()),
                    row.ground() == null ? null : law.words(row.ground()),
                    row.ground(),
                    words ? seals.others(row) : List.of(),
                    row.othersOffered(),
                    row.placesThen(),
                    row.usedThen(),
                    row.file(),
                    row.contact(),
                    row.doer(),
                    names.get(row.doer()),
                    names.get(row.recordedBy()),
                    row.anonymisedOn()))
        .toList();
  }
}
