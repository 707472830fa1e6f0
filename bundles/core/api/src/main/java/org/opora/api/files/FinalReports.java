package org.opora.api.files;

import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.osgi.annotation.versioning.ProviderType;

/** What follows from the end of an agreement, for whoever writes the report on it. */
@ProviderType
public interface FinalReports {
  /**
   * The report at the end of this agreement is made out: in the writer's transaction. The task that
   * asked for it is done by the viewer; nothing happens when there is none.
   */
  void madeOut(Viewer viewer, AgreementId agreement);
}
