package org.opora.api.files;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.osgi.annotation.versioning.ProviderType;

/** Facts about agreements, for rules. */
@ProviderType
public interface CareFacts {
  /**
   * Agreements in force on the day in files the viewer may see under the permission, ordered by
   * file number and key.
   *
   * @param file only this file; null for all
   * @throws org.opora.api.faults.NotFound when there is no such file
   */
  List<InForce> inForce(Viewer viewer, String permission, LocalDate day, CaseFileId file);

  /** The same in these files, whose number does not make more queries; in no order. */
  default List<InForce> inForceIn(
      Viewer viewer, String permission, LocalDate day, Collection<CaseFileId> files) {
    return Set.copyOf(files).stream()
        .flatMap(file -> inForce(viewer, permission, day, file).stream())
        .toList();
  }

  /**
   * Agreements that were in force on any of these days, with everybody who was in the family under
   * them, in files the viewer may see under the permission; the agreements of a file by conclusion,
   * the files in no order. As many questions as for one file, whatever the number of files.
   *
   * @param from null for since ever
   * @param until the last of the days; what was put into the archive by then is left out
   * @param files only these; null for all
   */
  List<History> histories(
      Viewer viewer,
      String permission,
      LocalDate from,
      LocalDate until,
      Collection<CaseFileId> files);

  /**
   * Under which agreements concluded by then these people cared for children, in whichever file, be
   * it in the archive: for an account that goes with a person. Dates and the kind of care only, so
   * it asks for no viewer; the caller shows them only where the person is the viewer's.
   *
   * @param keys every key that the people are known by
   */
  List<Caring> caring(Collection<PersonId> keys, LocalDate until);

  /**
   * Agreements in preparation on the day under a decision or an entry in a list whose legal force
   * is known, in files the viewer may see under the permission; in no order.
   *
   * @param files only these; null for all
   */
  default List<Prepared> prepared(
      Viewer viewer, String permission, LocalDate day, Collection<CaseFileId> files) {
    return List.of();
  }

  /**
   * Files of every kind, with an agreement or without one, in which something is recorded as
   * evidence of one of these kinds by the day, as far as the viewer may see them under the
   * permission; in no order. Those in the archive on the day, and those closed before {@code
   * closedSince}, are left out. Three questions, however many files there are.
   *
   * @param closedSince files closed before this day are left out
   * @param kinds kinds of evidence; empty finds nothing
   * @param files only these; null for all
   */
  default List<Recorded> recorded(
      Viewer viewer,
      String permission,
      LocalDate day,
      LocalDate closedSince,
      Collection<String> kinds,
      Collection<CaseFileId> files) {
    return List.of();
  }

  /**
   * A file with everybody who is or was in it by the day, each once, in no order; who is behind a
   * wall is left out.
   *
   * @param movedIn as in {@link InForce}
   */
  record Recorded(
      CaseFileId file, String number, String familyName, LocalDate movedIn, List<Member> members) {
    public Recorded {
      members = List.copyOf(members);
    }
  }

  /**
   * Somebody in a file.
   *
   * @param role as what an adult takes part; null for a child
   */
  record Member(PersonId person, PersonName name, LocalDate birthDate, PartRole role) {}

  /**
   * An agreement that is not concluded yet.
   *
   * @param agreement the key that it keeps when it is
   * @param movedIn as in {@link InForce}
   */
  record Prepared(
      CaseFileId file,
      String number,
      String familyName,
      AgreementId agreement,
      LocalDate movedIn) {}

  /**
   * A carer under an agreement.
   *
   * @param carer under the key they had there
   * @param optedIn as in {@link History}
   * @param from the first day as a carer under the agreement
   * @param until the last one; null while none is known
   */
  record Caring(
      PersonId carer,
      AgreementId agreement,
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      LocalDate optedIn,
      LocalDate from,
      LocalDate until) {}

  /**
   * An agreement from its first day to its last.
   *
   * @param endsOn its last day, also one to come; null while none is known
   * @param optedIn the first day on which the parties of an agreement that would keep the rules of
   *     before chose those of now; null when they did not
   * @param movedIn as in {@link InForce}
   * @param carers who cared on any day of the agreement, by the day they began
   * @param children who was placed on any day of it, by the day they came
   */
  record History(
      CaseFileId file,
      String number,
      String familyName,
      StaffId keyWorker,
      AgreementId agreement,
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      LocalDate endsOn,
      LocalDate optedIn,
      LocalDate movedIn,
      List<Part> carers,
      List<Part> children) {}

  /**
   * Somebody in a family. Who left and came back is there twice.
   *
   * @param until last day; null while none is known
   */
  record Part(
      PersonId person, PersonName name, LocalDate birthDate, LocalDate from, LocalDate until) {}

  /**
   * @param movedIn the day the facts of this file came from the centre's former records; null when
   *     it began here. Nothing is known for sure of the time before
   */
  record InForce(
      CaseFileId file,
      String number,
      String familyName,
      StaffId keyWorker,
      AgreementId agreement,
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      LocalDate movedIn,
      List<CaseFiles.Carer> carers,
      List<CaseFiles.Child> children) {}
}
