package org.opora.calendar.appointments.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Collision;
import org.opora.api.faults.Refused;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.overrides.Overrides.NewOverride;
import org.opora.api.overrides.Overrides.Rule;
import org.opora.api.text.Messages;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.shared.Moments;
import org.opora.calendar.shared.Texts;

/**
 * What is booked all the same: people who must not meet are in the house at one time, by different
 * doors, and whoever books says why that has to be.
 */
record Despite(Overrides overrides, Messages messages) {
  private static final String RULE = CalendarModule.ID + ".apart-by-door";

  /**
   * @param collisions what no reason opens first, what is only told last
   * @throws Refused with the first that stands in the way
   */
  void check(Viewer viewer, Booking booking, List<Collision> collisions, Because because) {
    Collision first = collisions.isEmpty() ? null : collisions.get(0);
    if (first == null || first.kind().grade() == Collision.Grade.TOLD) {
      withdraw(booking.what().source());
      return;
    }
    Subject subject = booking.what().subject();
    if (!first.kind().yieldsToReason() || because == null || subject == null) {
      throw new Refused(first.field().code(), first.text());
    }
    complete(because);
    overrides.put(
        viewer,
        new NewOverride(
            CalendarModule.ID,
            booking.what().source(),
            new Rule(RULE, messages.title("rule.apart-by-door")),
            subject,
            booking.what().file(),
            people(booking),
            Moments.days(booking.slot(), viewer.zone()).get(0),
            because,
            booking.what().href()));
  }

  /** It is not booked like that any more. */
  void withdraw(UUID source) {
    overrides.withdraw(CalendarModule.ID, source);
  }

  private static Set<PersonId> people(Booking booking) {
    return booking.who(Attendee.Kind.PERSON).map(PersonId::new).collect(Collectors.toSet());
  }

  private static void complete(Because because) {
    Because.Lack lack = because.lack();
    if (lack == null) {
      return;
    }
    throw switch (lack) {
      case REASON -> Texts.refused("despite", "because.choose");
      case WORDS -> Texts.refused("despite-words", "because.write");
      case MORE_WORDS -> Texts.refused("despite-words", "because.more", Because.FEWEST_FOR_OTHER);
      case FEWER_WORDS -> Texts.refused("despite-words", "because.less", Because.MOST);
    };
  }
}
