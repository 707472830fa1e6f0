package org.opora.api.files;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.osgi.annotation.versioning.ProviderType;

/** The way of applicants for adoption or foster care. */
@ProviderType
public interface Applicants {
  /**
   * They have reached a stage.
   *
   * @param on not in the future
   * @throws org.opora.api.faults.Refused beside the field; also when the file is not one of
   *     applicants
   */
  void reach(Viewer viewer, CaseFileId file, ApplicantStage stage, LocalDate on);
}
