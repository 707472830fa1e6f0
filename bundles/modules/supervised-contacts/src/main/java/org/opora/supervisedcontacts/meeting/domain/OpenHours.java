package org.opora.supervisedcontacts.meeting.domain;

import java.time.Duration;
import java.time.Instant;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.Span;

/**
 * When the page of a meeting is open: from a while before the contact until a while after it, and
 * in between as long as it goes on, because nobody ends a meeting by the clock of a program.
 *
 * @param margin the while
 */
public record OpenHours(Duration margin) {
  /** What goes on for longer than that was forgotten. */
  private static final Duration LONGEST = Duration.ofHours(12);

  public static OpenHours of(int minutes) {
    return new OpenHours(Duration.ofMinutes(minutes));
  }

  public boolean open(Contact contact, Instant now) {
    if (contact.state().tookPlace()) {
      return within(contact.span(), contact.endedAt(), now);
    }
    boolean goesOn = contact.beganAt() != null;
    return contact.planned()
        && within(contact.span(), goesOn ? contact.span().start().plus(LONGEST) : null, now);
  }

  private boolean within(Span span, Instant over, Instant now) {
    Instant end = over == null || over.isBefore(span.end()) ? span.end() : over;
    return !now.isBefore(first(span)) && !now.isAfter(end.plus(margin));
  }

  private Instant first(Span span) {
    return span.start().minus(margin);
  }
}
