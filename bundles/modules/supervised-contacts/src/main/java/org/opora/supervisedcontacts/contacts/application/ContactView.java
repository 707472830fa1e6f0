package org.opora.supervisedcontacts.contacts.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.choices.Choices;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Notice;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/**
 * A contact as a page shows it: of its children only those whom the viewer may see, and of those
 * they meet whoever is named in the plans of these.
 *
 * @param row of the first of the children; what is the event's is the same in all
 * @param where name of the room or of the place; null where nobody said
 * @param children at least one
 * @param others how many children besides come to it
 * @param people whom they meet
 * @param strangers how many besides, by the plans of the other children
 * @param onward how it went on without a child; null when all were there
 * @param beganAt when it really began; null until somebody wrote it down, as {@code endedAt}
 * @param ending null while it is planned or when it took place
 * @param substitute contact that was booked in its place; null when there is none
 */
public record ContactView(
    ContactRow row,
    String facilitatorName,
    String where,
    List<Part> children,
    int others,
    List<Met> people,
    int strangers,
    Onward onward,
    Instant beganAt,
    Instant endedAt,
    Ending ending,
    UUID substitute) {
  public ContactView {
    children = List.copyOf(children);
    people = List.copyOf(people);
  }

  /**
   * What it is for one child.
   *
   * @param name null when the viewer may not see it
   * @param alerts what whoever meets the child must know
   * @param placeWords more about the place; null for nothing
   * @param reason why it did not take place, or null
   * @param told null while nobody has told the child
   * @param record as it was written before there were reports; null when it was not, or the viewer
   *     may not read it
   */
  public record Part(
      ContactRow row,
      long version,
      PersonName name,
      List<Safety.Alert> alerts,
      String placeWords,
      String reason,
      ToldView told,
      Observed record) {
    public ContactChildId id() {
      return new ContactChildId(row.key());
    }
  }

  /**
   * @param id as whom of a plan they are named
   * @param forbidden whether the plan has come to forbid them
   * @param together whether they may meet the children only when all of them are there
   * @param came null until it is written down, as {@code met}
   */
  public record Met(
      PlanPersonId id,
      String name,
      Choices.Term kin,
      boolean forbidden,
      boolean together,
      Boolean came,
      Boolean met) {}

  /**
   * How a child was told.
   *
   * @param reaction null when nobody wrote it down or the viewer may not read it
   */
  public record ToldView(Teller by, Instant at, Telling how, String reaction) {}

  /**
   * How it did not take place.
   *
   * @param notice null unless it was cancelled
   * @param noticeHours so many are asked for
   * @param waitedMinutes null unless it was missed
   */
  public record Ending(Notice notice, int noticeHours, Integer waitedMinutes, StaffEffort effort) {
    public boolean inTime() {
      return notice != null && notice.inTime(noticeHours);
    }
  }

  /** The child before, during and after, as it was written down before there were reports. */
  public record Observed(String before, String during, String after, String by, Instant at) {}

  /** Those who must not meet a child any more although it is planned that they do. */
  public List<Met> against() {
    return row.state() == ContactState.PLANNED
        ? people.stream().filter(Met::forbidden).toList()
        : List.of();
  }

  /** Whether somebody comes who may only meet the children all together. */
  public boolean together() {
    return people.stream().anyMatch(Met::together);
  }

  public Part part(ContactChildId id) {
    return children.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /** Whether the viewer sees all its children. */
  public boolean whole() {
    return others == 0;
  }

  public boolean tookPlace() {
    return row.state().tookPlace();
  }

  private static final Set<ContactState> AWAY =
      Set.of(ContactState.CANCELLED, ContactState.NO_SHOW);

  /** Whether it did not take place. */
  public boolean away() {
    return AWAY.contains(row.state());
  }
}
