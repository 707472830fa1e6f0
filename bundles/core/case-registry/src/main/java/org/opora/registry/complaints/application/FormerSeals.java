package org.opora.registry.complaints.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.FormerComplaint;

/** Keeps what a complaint said before it is written over, sealed on the same key. */
final class FormerSeals {
  private static final String COMPLAINANT = "COMPLAINT_FORMER.COMPLAINANT";
  private static final String MATTER = "COMPLAINT_FORMER.MATTER";
  private static final String ABOUT = "COMPLAINT_FORMER.ABOUT";
  private static final String BETWEEN = " ";
  private final Keys keys;

  FormerSeals(Keys keys) {
    this.keys = keys;
  }

  /** The complaint as it stands, replaced by the viewer today. */
  FormerComplaint of(
      Viewer viewer, Complaint complaint, ComplaintSeals.Words words, Set<StaffId> about) {
    FormerComplaint row =
        new FormerComplaint(Ids.next(), complaint.id(), complaint.receivedOn(), complaint.how());
    row.said(
        seal(complaint, row, COMPLAINANT, words.complainant()),
        seal(complaint, row, MATTER, words.matter()),
        seal(
            complaint,
            row,
            ABOUT,
            about.isEmpty()
                ? null
                : about.stream()
                    .map(StaffId::toString)
                    .sorted()
                    .collect(Collectors.joining(BETWEEN))));
    row.replaced(viewer.today(), viewer.staff());
    return row;
  }

  Words open(Complaint complaint, FormerComplaint row) {
    String about = open(complaint, row, ABOUT, row.about());
    return new Words(
        open(complaint, row, COMPLAINANT, row.complainant()),
        open(complaint, row, MATTER, row.matter()),
        about == null
            ? List.of()
            : Stream.of(about.split(BETWEEN))
                .map(key -> new StaffId(UUID.fromString(key)))
                .toList());
  }

  private byte[] seal(Complaint complaint, FormerComplaint row, String place, String plain) {
    return keys.seal(complaint.owner(), place, row.id(), plain);
  }

  private String open(Complaint complaint, FormerComplaint row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(complaint.owner(), place, row.id(), sealed);
  }

  /**
   * @param complainant null when it was anonymous
   */
  record Words(String complainant, String matter, List<StaffId> about) {}
}
