package org.opora.api.calendar;

import java.util.Objects;
import org.opora.api.text.Text;

/**
 * Why something cannot be booked like that, or should be thought over.
 *
 * @param field which part of the booking it belongs to
 * @param text the sentence: what is taken and until when. It names only whom the viewer may know of
 */
public record Collision(Kind kind, Field field, Slot when, Text text) {
  public Collision {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(field);
    Objects.requireNonNull(when);
    Objects.requireNonNull(text);
  }

  /** What stands against it. */
  public enum Kind {
    /** There is no such room, or it is used no longer. */
    ROOM_GONE,
    ROOM_TAKEN,
    /** More people than it has seats. */
    ROOM_FULL,
    STAFF_TAKEN,
    STAFF_AWAY,
    PERSON_TAKEN,
    /** People who must not meet are both in this appointment. */
    APART_TOGETHER,
    /** People who must not meet would come through the same door at the same time. */
    APART_SAME_DOOR,
    /** People who must not meet are in the house at the same time, by different doors. */
    APART_OTHER_DOOR(Grade.YIELDS),
    /** A colleague is not at work then, as far as their hours are written down. */
    STAFF_OFF_HOURS(Grade.TOLD);

    private final Grade grade;

    Kind() {
      this(Grade.REFUSES);
    }

    Kind(Grade grade) {
      this.grade = grade;
    }

    public Grade grade() {
      return grade;
    }

    /** Whether it may be booked all the same by somebody who says why. */
    public boolean yieldsToReason() {
      return grade == Grade.YIELDS;
    }
  }

  /** How much stands in the way, the most first. */
  public enum Grade {
    /** Nobody books it like that. */
    REFUSES,
    /** It is booked by somebody who says why. */
    YIELDS,
    /** It is booked; whoever books is told before. */
    TOLD
  }

  /** Parts of a booking, as a form has them; the field of a refusal has the name in small. */
  public enum Field {
    ROOM("room"),
    STAFF("staff"),
    PEOPLE("people"),
    TIME("on"),
    /** Why it is booked all the same. */
    DESPITE("despite");

    private final String code;

    Field(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
