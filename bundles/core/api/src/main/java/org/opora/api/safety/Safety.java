package org.opora.api.safety;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Safety notices: allergies, medicines, bans on picking a child up, people who must not meet. Every
 * module that looks after a person asks here instead of keeping a list of its own.
 */
@ProviderType
public interface Safety {
  String READ = "registry.safety.read";
  String WRITE = "registry.safety.write";

  /** What a notice is about. */
  enum Kind {
    ALLERGY,
    MEDICINE,
    HEALTH,
    BEHAVIOUR,
    /** Somebody must not pick the person up: needs {@code whom} or {@code whomPerson}. */
    PICK_UP_BAN,
    /** Somebody must not meet the person: needs {@code whom} or {@code whomPerson}. */
    MUST_NOT_MEET,
    OTHER;

    /** Whether a notice of this kind is about another person. */
    public boolean aboutSomebody() {
      return this == PICK_UP_BAN || this == MUST_NOT_MEET;
    }
  }

  /**
   * Writes a notice down.
   *
   * @return key of the notice
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the person
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  UUID raise(Viewer viewer, PersonId person, NewNotice notice);

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the person
   * @throws org.opora.api.faults.Refused when a field is wrong, or the notice is withdrawn
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  void amend(Viewer viewer, UUID notice, long version, NewNotice now);

  /**
   * The notice holds no longer, from today; it stays readable with who withdrew it and why. May be
   * undone by {@link #reinstate}.
   *
   * @param reason at most 200 characters, required
   * @throws org.opora.api.faults.Refused when it is withdrawn already
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  void withdraw(Viewer viewer, UUID notice, long version, String reason);

  /**
   * Takes a withdrawal back. A notice that is not withdrawn stays as it is.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  void reinstate(Viewer viewer, UUID notice, long version);

  /**
   * All notices of a person under every key they are known by, those in force first, then by kind;
   * none of a key before which a wall stands. Empty when the viewer may know of the person and not
   * of the notices, which is not the same as a person without any.
   *
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the person
   */
  Optional<List<Notice>> of(Viewer viewer, PersonId person);

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of its person
   */
  Notice notice(Viewer viewer, UUID notice);

  /**
   * Notices in force on the viewer's day, for those of these people whose notices the viewer may
   * see, under every key they are known by; people without any are missing from the map.
   */
  Map<PersonId, List<Alert>> alerts(Viewer viewer, Collection<PersonId> people);

  /**
   * A kind that is about somebody needs {@code whom} or {@code whomPerson}, and may have both. Who
   * must not meet a person of the register is told to {@link KeptApart} as well, from the first to
   * the last day, for as long as the notice is not withdrawn.
   *
   * @param what what there is to know, at most 200 characters, required
   * @param whom the other person, as people call them, at most 200 characters: read by everybody
   *     who reads the notice; null otherwise, and for the kinds that are about nobody
   * @param doing what to do at once, at most 200 characters; null when nothing particular
   * @param from first day; required
   * @param until last day; null while it lasts
   * @param whomPerson the other person, when the register knows them and the writer may see them;
   *     their name is read by those who may see them. Null when the register does not know them,
   *     and for the kinds that are about nobody. Who corrects a notice without seeing the person
   *     whom it names leaves this null, and the person stays
   */
  record NewNotice(
      Kind kind,
      String what,
      String whom,
      String doing,
      LocalDate from,
      LocalDate until,
      PersonId whomPerson) {
    /** About nobody whom the register knows. */
    public NewNotice(
        Kind kind, String what, String whom, String doing, LocalDate from, LocalDate until) {
      this(kind, what, whom, doing, from, until, null);
    }
  }

  /**
   * @param text as written; without the person whom it is about where the viewer may not see them,
   *     and without the words as well where a wall keeps them from the viewer
   * @param inForce on the viewer's day
   * @param withdrawnOn null unless it was withdrawn
   * @param withdrawnBy name of who withdrew it, or null
   * @param reason why it was withdrawn, or null
   * @param by name of the member of staff who wrote it down
   * @param whomName name of the person of the register whom it is about; null when it is about none
   *     or the viewer may not see them
   * @param whomHidden whether it is about a person of the register whom the viewer may not see
   */
  record Notice(
      UUID id,
      long version,
      PersonId person,
      NewNotice text,
      boolean inForce,
      LocalDate withdrawnOn,
      String withdrawnBy,
      String reason,
      String by,
      PersonName whomName,
      boolean whomHidden) {
    /** About nobody whom the register knows. */
    public Notice(
        UUID id,
        long version,
        PersonId person,
        NewNotice text,
        boolean inForce,
        LocalDate withdrawnOn,
        String withdrawnBy,
        String reason,
        String by) {
      this(id, version, person, text, inForce, withdrawnOn, withdrawnBy, reason, by, null, false);
    }
  }

  /**
   * What a person who looks after somebody reads first.
   *
   * @param title words of the kind
   * @param whom the other person, or null: their name where the viewer may see them in the
   *     register, the words that were written down, or that it is somebody whom the viewer may not
   *     see, in the language of the viewer
   * @param doing what to do at once, or null
   */
  record Alert(Kind kind, Text title, String what, String whom, String doing) {}
}
