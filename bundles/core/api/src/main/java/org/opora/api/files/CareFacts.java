package org.opora.api.files;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Facts about agreements in force, for rules. */
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
