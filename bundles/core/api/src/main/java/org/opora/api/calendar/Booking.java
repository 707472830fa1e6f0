package org.opora.api.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Title;

/**
 * What is to stand in the calendar.
 *
 * @param what the record behind it
 * @param attendees each at most once
 * @param guests how many people besides come whom the registry does not know
 * @param series key that the appointments of one series share; null for a single one
 */
public record Booking(
    What what, Slot slot, Where where, List<Attendee> attendees, int guests, UUID series) {

  public Booking {
    Objects.requireNonNull(what);
    Objects.requireNonNull(slot);
    Objects.requireNonNull(where);
    attendees = List.copyOf(attendees);
    if (attendees.stream().map(Attendee::who).distinct().count() < attendees.size()) {
      throw new IllegalArgumentException("somebody attends twice");
    }
    if (guests < 0) {
      throw new IllegalArgumentException("guests: " + guests);
    }
  }

  /** The only one of its kind, with nobody whom the registry does not know. */
  public Booking(What what, Slot slot, Where where, List<Attendee> attendees) {
    this(what, slot, where, attendees, 0, null);
  }

  /** Keys of the attendees of this kind. */
  public Stream<UUID> who(Attendee.Kind kind) {
    return attendees.stream().filter(one -> one.kind() == kind).map(Attendee::who);
  }

  /**
   * The record behind an appointment. Who may see the record sees what the appointment is; for
   * everybody else who reads the calendar, the time is taken.
   *
   * @param origin id of the writing bundle
   * @param kind short code, such as {@code supervised-contact}; of a module that lets its
   *     appointments be moved in the calendar, that of its {@link
   *     org.opora.api.calendar.spi.AppointmentKind}
   * @param source key of the record; an appointment for each
   * @param subject whom it is about: a case file, a child's sub-file or a person; null when it is
   *     about nobody
   * @param file case file in whose work it takes place: a wall at it closes the appointment as
   *     well, and so does the archive into which it went; null when there is none
   * @param besides whom else it is about, such as siblings in two families: whoever may see one of
   *     them sees what the appointment is, and a wall at any of them closes it. Empty when it is
   *     about one or nobody
   * @param permission who may see what it is
   * @param title content-free, in three languages
   * @param href path of the record's page; no personal data
   */
  public record What(
      String origin,
      String kind,
      UUID source,
      Subject subject,
      CaseFileId file,
      List<About> besides,
      String permission,
      Title title,
      String href) {
    public What {
      Objects.requireNonNull(origin);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(source);
      Objects.requireNonNull(permission);
      Objects.requireNonNull(title);
      Objects.requireNonNull(href);
      if (subject != null && subject.kind() == Subject.Kind.DRAWER) {
        throw new IllegalArgumentException("A drawer owns keys only; nobody meets about it");
      }
      besides = List.copyOf(besides);
      if (subject == null && !besides.isEmpty()) {
        throw new IllegalArgumentException("about nobody, and about somebody besides");
      }
      Set<Subject> all = new HashSet<>(besides.stream().map(About::subject).toList());
      if (all.size() < besides.size() || all.contains(subject)) {
        throw new IllegalArgumentException("about somebody twice");
      }
    }

    /** About one, or about nobody. */
    public What(
        String origin,
        String kind,
        UUID source,
        Subject subject,
        CaseFileId file,
        String permission,
        Title title,
        String href) {
      this(origin, kind, source, subject, file, List.of(), permission, title, href);
    }

    /** The same, about these besides. */
    public What besides(List<About> others) {
      return new What(origin, kind, source, subject, file, others, permission, title, href);
    }
  }

  /**
   * One of several whom an appointment is about.
   *
   * @param file case file in whose work that is; null when there is none
   */
  public record About(Subject subject, CaseFileId file) {
    public About {
      Objects.requireNonNull(subject);
      if (subject.kind() == Subject.Kind.DRAWER) {
        throw new IllegalArgumentException("A drawer owns keys only; nobody meets about it");
      }
    }
  }
}
