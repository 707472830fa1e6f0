package org.opora.api.evidence;

/**
 * How training of a carer was held: the form of evidence of the kind {@link Kinds#EDUCATION}. The
 * law names none and caps none; whoever writes training down and whoever counts it mean the same by
 * these codes.
 */
public enum EducationForm {
  /** A course, a seminar, a conference: with a lecturer in one room. */
  IN_PERSON("in-person"),
  /** With a lecturer, each at their own screen. */
  ONLINE("online"),
  /** By oneself, with material that asks back. */
  E_LEARNING("e-learning"),
  /** With an expert, for oneself or in a small group. */
  CONSULTATION("consultation"),
  /** A book, a film: nobody asks back. */
  SELF_STUDY("self-study");

  private final String code;

  EducationForm(String code) {
    this.code = code;
  }

  /** As it stands in evidence. */
  public String code() {
    return code;
  }
}
