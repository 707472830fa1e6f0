package org.opora.api.evidence;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * Whom or what a fact is about.
 *
 * @param key of the person, the file, the agreement or the member of staff; always the same one for
 *     the centre
 * @param file the file in which it counts; null when it counts in none
 */
public record About(Kind kind, UUID key, CaseFileId file) {
  private static final UUID CENTRE = new UUID(0, 0);

  public About {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(key);
  }

  /** What a key means. */
  public enum Kind {
    PERSON,
    /** A family or another case as a whole. */
    FILE,
    AGREEMENT,
    STAFF,
    /** The house itself: its mandate, its returns. */
    CENTRE
  }

  /**
   * @param file null for what counts wherever the person is
   */
  public static About person(CaseFileId file, PersonId person) {
    return new About(Kind.PERSON, person.value(), file);
  }

  public static About file(CaseFileId file) {
    return new About(Kind.FILE, file.value(), file);
  }

  public static About agreement(CaseFileId file, AgreementId agreement) {
    return new About(Kind.AGREEMENT, agreement.value(), Objects.requireNonNull(file));
  }

  public static About staff(StaffId staff) {
    return new About(Kind.STAFF, staff.value(), null);
  }

  public static About centre() {
    return new About(Kind.CENTRE, CENTRE, null);
  }

  /** Null when it is about nobody in particular. */
  public PersonId person() {
    return kind == Kind.PERSON ? new PersonId(key) : null;
  }
}
