package org.opora.calendar.meetings.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.calendar.Attendee;

/** Somebody who is to be at a meeting. */
@Entity
@Table(schema = "CALENDAR", name = "MEETING_ATTENDEE")
public class MeetingAttendee {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID meeting;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Attendee.Kind kind;

  @Column(updatable = false)
  private UUID who;

  protected MeetingAttendee() {}

  public MeetingAttendee(UUID id, UUID meeting, Attendee attendee) {
    this.id = id;
    this.meeting = meeting;
    this.kind = attendee.kind();
    this.who = attendee.who();
  }

  public UUID meeting() {
    return meeting;
  }

  public Attendee attendee() {
    return new Attendee(kind, who, null);
  }
}
