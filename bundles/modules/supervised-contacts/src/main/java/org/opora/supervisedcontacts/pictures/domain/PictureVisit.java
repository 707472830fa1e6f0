package org.opora.supervisedcontacts.pictures.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * A contact as it is drawn for the child: whom I see, when, where, who is with me. No address, of
 * another child at most the first name, and no word of why.
 *
 * @param from what the clock of the centre shows when it begins
 * @param with siblings last; nobody when all whom the child would have seen have been forgotten
 * @param helper null where nobody of the centre is with the child
 */
public record PictureVisit(
    LocalDate day,
    LocalTime from,
    Place place,
    Fate fate,
    List<PictureGuest> with,
    PictureHelper helper) {
  /** Where, as far as a child has to know. */
  public enum Place {
    /** In the centre. */
    HOUSE,
    OUTSIDE,
    /** We talk, and each is where they are. */
    PHONE,
    LETTER
  }

  /** What becomes of it. */
  public enum Fate {
    COMING,
    WAS,
    /** It does not take place, or did not for this child. */
    NOT
  }

  public PictureVisit {
    Objects.requireNonNull(day);
    Objects.requireNonNull(from);
    Objects.requireNonNull(place);
    Objects.requireNonNull(fate);
    with = List.copyOf(with);
  }

  public ClockHands hands() {
    return new ClockHands(from);
  }
}
