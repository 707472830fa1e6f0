package org.opora.supervisedcontacts.observations.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.api.ids.DocumentId;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.observations.domain.CopyId;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * A report as pages show it.
 *
 * @param childName null when the viewer may not see the name
 * @param on day of the contact
 * @param number of the present version
 * @param author name of whoever wrote the present version
 * @param shown the version whose words are shown
 * @param words empty when the viewer may not read them; a part in which nothing stands is missing
 * @param versions the last one first
 * @param copies of all versions
 * @param back null unless it was given back and not submitted again since
 * @param withdrawn null unless it was
 * @param may what the viewer may do with it now
 */
public record ReportView(
    ReportId id,
    long version,
    ChildOfFile whose,
    PersonName childName,
    ContactId contact,
    ContactChildId line,
    LocalDate on,
    ReportState state,
    int number,
    String author,
    LocalDate submittedOn,
    Version shown,
    Map<Section, String> words,
    List<Version> versions,
    List<Copy> copies,
    Remark back,
    Remark withdrawn,
    May may) {
  public ReportView {
    versions = List.copyOf(versions);
    copies = List.copyOf(copies);
  }

  /**
   * @param reason why there is another version; null for the first one, and when the viewer may not
   *     read it
   * @param approvedBy null while nobody has
   */
  public record Version(
      int number, String by, Instant at, String reason, String approvedBy, Instant approvedAt) {}

  /**
   * @param to null when the viewer may not read it
   * @param more whether somebody has let them have all of it
   * @param document null when it is there no more
   */
  public record Copy(
      CopyId id,
      int number,
      ReceiverKind kind,
      String to,
      boolean more,
      DocumentId document,
      LocalDate madeOn,
      String by) {}

  /**
   * What somebody said of it.
   *
   * @param on null when no day was kept
   * @param words null when the viewer may not read them
   */
  public record Remark(String by, LocalDate on, String words) {}

  /**
   * @param read its words
   * @param author whether it is the viewer's own, which somebody else approves
   */
  public record May(boolean read, boolean write, boolean approve, boolean issue, boolean author) {}

  /** Whether the words are those of the present version. */
  public boolean present() {
    return shown.number() == number;
  }

  public boolean draft() {
    return state == ReportState.DRAFT;
  }

  /** Whether how it reads now lies among the documents of the child. */
  public boolean filed() {
    return copies.stream()
        .anyMatch(
            one ->
                one.kind() == ReceiverKind.FILE
                    && one.number() == number
                    && one.document() != null);
  }

  public boolean fast() {
    return state.fast();
  }

  /** Sections of the one kind in which something stands. */
  public List<Section> told(boolean facts) {
    return words.keySet().stream().filter(section -> section.fact() == facts).sorted().toList();
  }
}
