package org.opora.api.files;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
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

  /** Adds a carer. */
  void addCarer(Viewer viewer, CaseFileId file, PersonId carer, LocalDate from);

  /** Key worker and deputy from this day on; null for none. Relations follow in the same transaction. */
  void assign(Viewer viewer, CaseFileId file, StaffId keyWorker, StaffId deputy, LocalDate from);

  /** The identity bar. */
  Header header(Viewer viewer, CaseFileId file);

  /** Headers of several files, those the viewer may not see left out. */
  Map<CaseFileId, Header> headers(Viewer viewer, Collection<CaseFileId> files);

  /** Files the viewer may see, by folded family name, number and key. */
  Page<Header> list(Viewer viewer, FileStatus status, String after, int limit);

  /** The child's sub-file; the same in every family. */
  ChildFileId childFile(PersonId child);

  /** The child of a sub-file, when the viewer may see it. */
  PersonId child(Viewer viewer, ChildFileId file);

  /**
   * @param number null for the next one of the series, {@code 001/2026}
   * @param familyName as on the cover
   */
  record NewFile(String number, String familyName, LocalDate openedOn) {}

  /**
   * @param keyWorker null when nobody is assigned
   * @param agreement the agreement in force or the last one; null when there is none
   */
  record Header(
      CaseFileId id,
      String number,
      FileStatus status,
      String familyName,
      List<Carer> carers,
      List<Child> children,
      StaffId keyWorker,
      StaffId deputy,
      AgreementLine agreement,
      boolean undisclosed) {}

  record Carer(PersonId person, PersonName name, LocalDate birthDate) {}

  /** A child placed now. */
  record Child(PersonId person, ChildFileId file, PersonName name, LocalDate birthDate, LocalDate placedOn) {}

  /** {@code endedOn} is null while it lasts. */
  record AgreementLine(AgreementId id, CareKind kind, boolean mediated, LocalDate concludedOn, LocalDate endedOn) {}
}
