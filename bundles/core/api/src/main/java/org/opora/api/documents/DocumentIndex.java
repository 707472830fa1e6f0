package org.opora.api.documents;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/** What lies among the documents of a file, without opening any of it. */
@ProviderType
public interface DocumentIndex {
  /** Permission to see that there is a document, and to open it. */
  String READ = "documents.read";

  /** Kind of the plan of the authority for a child. */
  String AUTHORITY_PLAN = "AUTHORITY_PLAN";

  /** Kind of a consent to have copies made. */
  String CONSENT_COPIES = "CONSENT_COPIES";

  /** Kind of a consent to share data with somebody else. */
  String CONSENT_SHARING = "CONSENT_SHARING";

  /** Kind of a consent to take pictures and to publish. */
  String CONSENT_PICTURES = "CONSENT_PICTURES";

  /** Kind of a consent for anything else. */
  String CONSENT = "CONSENT";

  /**
   * Documents of a file that the viewer may see, the newest day first, without those withdrawn;
   * none where the viewer may not know of the file.
   */
  List<Held> of(Viewer viewer, CaseFileId file);

  /**
   * A document.
   *
   * @param kind code of what it is
   * @param person whom it is about; null when it is about the family
   * @param datedOn the day that stands on it
   */
  record Held(String kind, PersonId person, LocalDate datedOn) {}
}
