package org.opora.registry.files.domain;

/** How far applicants for adoption or foster care have come, in the usual order. */
public enum ApplicantStage {
  /** They know what it means and what it takes. */
  INFORMED,
  /** The application lies with the authority. */
  APPLIED,
  /** The region has assessed them. */
  ASSESSED,
  /** They have gone through the preparation. */
  PREPARED,
  /** They stand in the register of applicants. */
  LISTED,
  /** They have been told of a child. */
  CHILD_OFFERED,
  /** The child has come to them. */
  CHILD_CAME
}
