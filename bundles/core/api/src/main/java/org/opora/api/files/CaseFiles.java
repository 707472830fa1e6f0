package org.opora.api.files;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** Case files. The agreement is the spine; a file lives on without a child. */
@ProviderType
public interface CaseFiles {
  String READ = "registry.read";
  String WRITE = "registry.write";

  /**
   * Opens a file for a new family.
   *
   * @return key of the file
   * @throws org.opora.api.faults.Refused when the number is taken
   */
  CaseFileId open(Viewer viewer, NewFile file);

  /** Adds a carer of a foster family. */
  default void addCarer(Viewer viewer, CaseFileId file, PersonId carer, LocalDate from) {
    join(viewer, file, carer, PartRole.CARER, from);
  }

  /**
   * An adult takes part in the file.
   *
   * @throws org.opora.api.faults.Refused beside {@code role} when a file of this kind knows no such
   *     role
   */
  void join(Viewer viewer, CaseFileId file, PersonId adult, PartRole role, LocalDate from);

  /**
   * Somebody is a carer of this file no longer, or takes no more part in one without an agreement.
   *
   * @throws org.opora.api.faults.NotFound also when the person never was in it
   * @throws org.opora.api.faults.Refused when the person has left already, or while an agreement
   *     lasts that the person cannot leave in this way
   */
  void endCarer(Viewer viewer, CaseFileId file, PersonId carer, Leaving leaving);

  /**
   * Corrects the cover. The kind stays as it is.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when the number is taken
   */
  void amend(Viewer viewer, CaseFileId file, long version, NewFile now);

  /** Closes the file of a foster family, without a reason. */
  default void close(Viewer viewer, CaseFileId file, long version, LocalDate on) {
    close(viewer, file, version, on, null);
  }

  /**
   * Closes the file. In one without an agreement everybody's part ends that day.
   *
   * @param why code of the list {@link ClosingReason#LIST}; null only in the file of a foster
   *     family
   * @throws org.opora.api.faults.Refused while an agreement is in force, a child is placed or an
   *     agreed aim is open
   */
  void close(Viewer viewer, CaseFileId file, long version, LocalDate on, String why);

  /**
   * Opens a closed file again. In one without an agreement everybody whose part ended with it takes
   * part again: without a gap when that is the day after at the latest, and from that day
   * otherwise. Whoever had left by then does not, nor does anybody from whom a wall keeps those who
   * lead the file, nor whoever was in another file meanwhile and is not to be seen by the viewer:
   * they are added as anybody is. Agreements stay closed.
   *
   * @param on neither before the day on which it was closed nor to come
   * @throws org.opora.api.faults.NotAllowed when the viewer does not lead the file
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused beside the field; also when the file is not closed
   */
  void reopen(Viewer viewer, CaseFileId file, long version, LocalDate on, ReopeningReason why);

  /**
   * The same with those chosen out of {@link #atClosing}.
   *
   * @param back who takes part again although nobody has noted that the closing ended their part
   */
  void reopen(
      Viewer viewer,
      CaseFileId file,
      long version,
      LocalDate on,
      ReopeningReason why,
      Collection<PersonId> back);

  /**
   * Whose part in a closed file ended on the day it was closed, where of nobody it is noted that it
   * was the closing that ended it: so it is with files that were closed long ago. Only those who
   * may come back, and none of a file with an agreement.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer does not lead the file
   */
  List<Leaver> atClosing(Viewer viewer, CaseFileId file);

  /**
   * @param since first day of the part that ended with the file
   */
  record Leaver(PersonId person, PersonName name, LocalDate since) {}

  /**
   * Key worker and deputy from this day on; null for none. Relations follow in the same
   * transaction.
   */
  void assign(Viewer viewer, CaseFileId file, StaffId keyWorker, StaffId deputy, LocalDate from);

  /** The identity bar. */
  Header header(Viewer viewer, CaseFileId file);

  /**
   * Whether the header shows everybody who is in the file: that no wall keeps any of them from the
   * viewer, under whichever key. Whoever writes for everybody asks, because of whom is left out
   * nothing is to be seen.
   */
  boolean whole(Viewer viewer, CaseFileId file);

  /**
   * Of these files, those that lie in the archive and so are not there for the viewer, who does not
   * lead it. Whoever keeps records of files asks, because a record is seen by nobody for whom its
   * file is not there. It says nothing of relations and walls.
   */
  Set<CaseFileId> putAway(Viewer viewer, Collection<CaseFileId> files);

  /** Headers of several files, those the viewer may not see left out. */
  Map<CaseFileId, Header> headers(Viewer viewer, Collection<CaseFileId> files);

  /** Files the viewer may see, by folded family name, number and key. */
  default Page<Header> list(Viewer viewer, FileStatus status, String after, int limit) {
    return list(viewer, null, status, after, limit);
  }

  /**
   * The same of one kind.
   *
   * @param kind null for all
   * @param status null for all
   */
  Page<Header> list(Viewer viewer, FileKind kind, FileStatus status, String after, int limit);

  /** How many files of any kind {@link #list} gives. */
  long count(Viewer viewer, FileStatus status);

  /** The file with this number, when the viewer may see it. */
  Optional<CaseFileId> find(Viewer viewer, String number);

  /** The cover: what the edit form needs, and what is doubtful. */
  Cover cover(Viewer viewer, CaseFileId file);

  /** Who worked with the file and who took part in it, newest first. */
  History history(Viewer viewer, CaseFileId file);

  /** Somebody has looked into the doubt; it is not shown any more. */
  void settle(Viewer viewer, CaseFileId file, UUID doubt);

  /** The child's sub-file; the same in every family. */
  ChildFileId childFile(PersonId child);

  /**
   * Of these sub-files, those whose child stays in a file on the day, under whichever key and in
   * whosever file. It says nothing of which, so it asks for no viewer.
   */
  Set<ChildFileId> staying(Collection<ChildFileId> children, LocalDate on);

  /** The child of a sub-file, when the viewer may see it. */
  PersonId child(Viewer viewer, ChildFileId file);

  /**
   * @param number null for the next one of the series, {@code 001/2026}
   * @param familyName as on the cover; a nickname for somebody who gives no name
   */
  record NewFile(FileKind kind, String number, String familyName, LocalDate openedOn) {
    /** Of a foster family. */
    public NewFile(String number, String familyName, LocalDate openedOn) {
      this(FileKind.FOSTER_FAMILY, number, familyName, openedOn);
    }
  }

  /**
   * @param carers adults who take part now
   * @param children who have a sub-file and are in the file now
   * @param keyWorker null when nobody is assigned
   * @param agreement the agreement in force or the last one; null when there is none
   */
  record Header(
      CaseFileId id,
      FileKind kind,
      String number,
      FileStatus status,
      String familyName,
      List<Carer> carers,
      List<Child> children,
      StaffId keyWorker,
      StaffId deputy,
      AgreementLine agreement,
      boolean undisclosed) {}

  /** An adult of the file. */
  record Carer(PersonId person, PartRole role, PersonName name, LocalDate birthDate) {}

  /** A child placed now. */
  record Child(
      PersonId person,
      ChildFileId file,
      PersonName name,
      LocalDate birthDate,
      LocalDate placedOn) {}

  /** {@code endedOn} is null while it lasts. */
  record AgreementLine(
      AgreementId id, CareKind kind, boolean mediated, LocalDate concludedOn, LocalDate endedOn) {}

  /**
   * @param version for the edit form
   * @param closedOn null while it is not closed
   * @param closedFor why it was closed; null while it is not, or when nobody said
   * @param reopenable whether it is closed and the viewer may open it again
   * @param reopened how often it was closed before and went on, the last time first
   * @param movedIn the day its facts came from the centre's former records; null when it began here
   * @param doubts what somebody should look into, newest first
   * @param stages whether there are stages of applicants to show: also of those who have become
   *     something else
   */
  record Cover(
      Header header,
      long version,
      LocalDate openedOn,
      LocalDate closedOn,
      Choices.Term closedFor,
      boolean reopenable,
      List<Reopening> reopened,
      LocalDate movedIn,
      List<Doubt> doubts,
      boolean stages) {}

  /**
   * A file was closed and went on.
   *
   * @param closedFor code of the list {@link ClosingReason#LIST}; null when nobody said
   */
  record Reopening(LocalDate closedOn, String closedFor, LocalDate on, ReopeningReason why) {}

  /**
   * Something that cannot be right, or can be only for a while, such as a child in two families at
   * once. Nothing is changed by itself.
   *
   * @param kind short code, such as {@code two-families}
   * @param person whom it is about
   * @param other the other file, when the viewer may see it; null otherwise
   * @param otherNumber its number, or null
   * @param text the sentence, without names
   */
  record Doubt(
      UUID id,
      String kind,
      LocalDate notedOn,
      PersonId person,
      CaseFileId other,
      String otherNumber,
      Text text) {}

  record History(List<Assignment> assignments, List<Part> carers) {}

  /** {@code until} is the last day, null while it lasts; {@code kind} is key worker or deputy. */
  record Assignment(StaffId staff, RelationKind kind, LocalDate from, LocalDate until) {}

  /**
   * {@code until} is the last day, null while it lasts; {@code leaving} is null while nothing but
   * the day is known.
   */
  record Part(
      PersonId person,
      PartRole role,
      PersonName name,
      LocalDate from,
      LocalDate until,
      Leaving leaving) {}

  /**
   * How somebody stops being a carer.
   *
   * @param on the last day as a carer, the day of death, or the day on which the decision about the
   *     separation came into force, which is the first one no longer as a carer; null while there
   *     is no decision
   * @param apartSince since when the two live apart; null when it is not known, or matters not
   * @param reference of the decision about the separation; null without one
   */
  record Leaving(LeavingWay way, LocalDate on, LocalDate apartSince, String reference) {
    public static Leaving otherwise(LocalDate lastDay) {
      return new Leaving(LeavingWay.OTHERWISE, lastDay, null, null);
    }
  }
}
