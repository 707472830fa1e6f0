package org.opora.api.files;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What those a case file is about and the centre want to reach together. Both look at it again on a
 * day that is agreed as well; it is a task of the key worker.
 */
@ProviderType
public interface Aims {
  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  UUID agree(Viewer viewer, CaseFileId file, NewAim aim);

  /**
   * @param aim in the words of those it is about, at most 4000 characters
   * @param plan what who does; null when nothing is planned yet
   * @param reviewOn when both sides look at it together, after {@code agreedOn}
   */
  record NewAim(LocalDate agreedOn, String aim, String plan, LocalDate reviewOn) {}
}
