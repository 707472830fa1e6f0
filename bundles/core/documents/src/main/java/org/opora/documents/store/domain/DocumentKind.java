package org.opora.documents.store.domain;

import java.util.Optional;
import org.opora.api.access.DataClass;
import org.opora.api.disability.Dependency;
import org.opora.api.incidents.Incidents;
import org.opora.api.legal.LegalPosition;

/**
 * What a document is. The list is the product's own, because it says who may see the document: what
 * a doctor writes is as closed as what is written down of health, whatever paper it came on.
 */
public enum DocumentKind {
  LETTER(DataClass.CARE_TEXT, null),
  AGREEMENT(DataClass.CARE_TEXT, null),
  CONSENT(DataClass.CARE_TEXT, null),
  /** Of the authority or of the centre. */
  PLAN(DataClass.CARE_TEXT, null),
  REPORT(DataClass.CARE_TEXT, null),
  SCHOOL(DataClass.CARE_TEXT, null),
  CERTIFICATE(DataClass.CARE_TEXT, null),
  PICTURE(DataClass.CARE_TEXT, null),
  COURT(DataClass.COURT, LegalPosition.READ),
  MEDICAL(DataClass.HEALTH, Dependency.READ),
  INCIDENT(DataClass.INCIDENTS, Incidents.READ),
  OTHER(DataClass.CARE_TEXT, null);

  private final DataClass dataClass;
  private final String besides;

  DocumentKind(DataClass dataClass, String besides) {
    this.dataClass = dataClass;
    this.besides = besides;
  }

  public DataClass dataClass() {
    return dataClass;
  }

  /** What somebody has to hold besides the permission for documents. */
  public Optional<String> besides() {
    return Optional.ofNullable(besides);
  }
}
