package org.opora.api.files;

import java.util.List;

/**
 * Whom a case file is about. Only a foster family has an agreement, and only from an agreement
 * follow the duties of § 47b; everybody else is worked with towards an agreed aim.
 */
public enum FileKind {
  /** A foster family under an agreement, or about to have one. */
  FOSTER_FAMILY(PartRole.CARER),
  /** A biological or other family that is accompanied without an agreement. */
  FAMILY(PartRole.PARENT, PartRole.OTHER),
  /** A young person, also after 18; the sub-file goes with them. */
  YOUNG_PERSON(PartRole.OTHER),
  FOSTER_APPLICANTS(PartRole.APPLICANT, PartRole.OTHER),
  ADOPTION_APPLICANTS(PartRole.APPLICANT, PartRole.OTHER),
  /** After the adoption. */
  ADOPTERS(PartRole.ADOPTER, PartRole.OTHER),
  /** Anybody in need. Without a name nobody is written down, and the file has a nickname. */
  IN_NEED(PartRole.CLIENT, PartRole.OTHER);

  private final List<PartRole> roles;

  FileKind(PartRole... roles) {
    this.roles = List.of(roles);
  }

  /** What adults take part as; the first is what whoever comes with the file is. */
  public List<PartRole> roles() {
    return roles;
  }

  /** Whether there can be an agreement, and so duties that follow from one. */
  public boolean agreement() {
    return this == FOSTER_FAMILY;
  }

  /** Whether they apply for something and pass its stages. */
  public boolean applicants() {
    return this == FOSTER_APPLICANTS || this == ADOPTION_APPLICANTS;
  }

  /** Whether the children of the file live with the adults of it. */
  public boolean home() {
    return this == FOSTER_FAMILY || this == FAMILY || this == ADOPTERS;
  }
}
