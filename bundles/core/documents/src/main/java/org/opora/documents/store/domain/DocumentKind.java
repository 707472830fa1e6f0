package org.opora.documents.store.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.opora.api.access.DataClass;
import org.opora.api.access.RelationKind;
import org.opora.api.disability.Dependency;
import org.opora.api.incidents.Incidents;
import org.opora.api.legal.LegalPosition;

/**
 * What a document is. The list is the product's own, because it says who may see the document: what
 * a doctor writes is as closed as what is written down of health, whatever paper it came on.
 */
public enum DocumentKind {
  LETTER(DataClass.CARE_TEXT, null, RelationKind.informed()),
  AGREEMENT(DataClass.CARE_TEXT, null, RelationKind.informed()),
  /** For a purpose that has no kind of its own. */
  CONSENT(DataClass.CARE_TEXT, null, RelationKind.informed()),
  CONSENT_COPIES(DataClass.CARE_TEXT, null, RelationKind.informed()),
  CONSENT_SHARING(DataClass.CARE_TEXT, null, RelationKind.informed()),
  CONSENT_PICTURES(DataClass.CARE_TEXT, null, RelationKind.informed()),
  /** Of the centre. */
  PLAN(DataClass.CARE_TEXT, null, RelationKind.informed()),
  /** Of the authority, for a child. */
  AUTHORITY_PLAN(DataClass.CARE_TEXT, null, RelationKind.informed()),
  REPORT(DataClass.CARE_TEXT, null, RelationKind.informed()),
  SCHOOL(DataClass.CARE_TEXT, null, RelationKind.informed()),
  CERTIFICATE(DataClass.CARE_TEXT, null, RelationKind.informed()),
  PICTURE(DataClass.CARE_TEXT, null, RelationKind.informed()),
  COURT(DataClass.COURT, LegalPosition.READ, RelationKind.informed()),
  MEDICAL(DataClass.HEALTH, Dependency.READ, leadingAnd(RelationKind.reading())),
  INCIDENT(DataClass.INCIDENTS, Incidents.READ, leadingAnd(Set.of(RelationKind.INSPECTOR))),
  OTHER(DataClass.CARE_TEXT, null, RelationKind.informed());

  private final DataClass dataClass;
  private final String besides;

  private final Set<RelationKind> readers;

  DocumentKind(DataClass dataClass, String besides, Set<RelationKind> readers) {
    this.dataClass = dataClass;
    this.besides = besides;
    this.readers = readers;
  }

  private static Set<RelationKind> leadingAnd(Set<RelationKind> others) {
    Set<RelationKind> all = EnumSet.copyOf(RelationKind.leading());
    all.addAll(others);
    return Set.copyOf(all);
  }

  public DataClass dataClass() {
    return dataClass;
  }

  /** What somebody has to be to the family who does not see every family. */
  public Set<RelationKind> readers() {
    return readers;
  }

  /** Whether everybody who is informed of the family may know that there is one. */
  public boolean told() {
    return readers.containsAll(RelationKind.informed());
  }

  /** What somebody has to hold besides the permission for documents. */
  public Optional<String> besides() {
    return Optional.ofNullable(besides);
  }
}
