package org.opora.api.evidence;

/**
 * Kinds of evidence that more than one bundle may bring, so that whoever writes and whoever counts
 * mean the same. A visit is {@code org.opora.api.care.Visits#EVIDENCE}.
 */
public final class Kinds {
  /**
   * Training of a carer: about the person, on the day it was held; the quantity in minutes or
   * hours, the form the code of an {@link EducationForm}.
   */
  public static final String EDUCATION = "education";

  /**
   * Respite: from its first day to its last. The record proves it about the child, and about each
   * carer who had it. The form is {@link #JUSTIFIED} where a written reason allows more than the
   * right.
   */
  public static final String RESPITE = "respite";

  /** Form of a fact whose record has a written reason to be over the right. */
  public static final String JUSTIFIED = "justified";

  /** Psychological, therapeutic or other expert help that was mediated: about the carer. */
  public static final String EXPERT_HELP = "expert-help";

  /**
   * The agreement promises such help: about the agreement, from that day, the quantity how often at
   * least, in {@link #MONTHS}.
   */
  public static final String EXPERT_HELP_PROMISED = "expert-help.promised";

  /** Unit of a period of months. */
  public static final String MONTHS = "months";

  /**
   * A report on the course of care was drafted: about the agreement, {@code ref} the report; the
   * form {@link #AT_THE_END} where it is the last one.
   */
  public static final String REPORT_DRAFTED = "report.drafted";

  /** Form of the report at the end of an agreement. */
  public static final String AT_THE_END = "at-the-end";

  /**
   * The report is to go to somebody: about the agreement, on the day of drafting, {@code ref} the
   * report, the form {@code carer}, {@code carer-authority} or {@code child-authority}.
   */
  public static final String REPORT_ADDRESSED = "report.addressed";

  /** It was delivered: by the record that says to whom it was to go. */
  public static final String REPORT_DELIVERED = "report.delivered";

  /**
   * A court or an authority asked for a report: about the agreement, until the day that it set,
   * {@code ref} the request.
   */
  public static final String REPORT_ASKED = "report.asked";

  /** That report was given; {@code ref} the request. */
  public static final String REPORT_ANSWERED = "report.answered";

  /** The region asked for counts: about the house, {@code ref} the request. */
  public static final String COUNTS_ASKED = "counts.asked";

  /** They were given; {@code ref} the request. */
  public static final String COUNTS_ANSWERED = "counts.answered";

  /**
   * A decision or an entry in a list is in force under which an agreement has to be concluded:
   * about that agreement while it is prepared, {@code ref} its key.
   */
  public static final String AGREEMENT_OWED = "agreement.owed";

  /** It was concluded, or it was given up; {@code ref} the agreement. */
  public static final String AGREEMENT_SETTLED = "agreement.settled";

  /** Something that the mandate rests on has changed: about the house, {@code ref} the change. */
  public static final String MANDATE_CHANGED = "mandate.changed";

  /** The region was told; {@code ref} the change. */
  public static final String MANDATE_NOTIFIED = "mandate.notified";

  /** A liability insurance was concluded: about the house, {@code ref} the insurance. */
  public static final String INSURANCE_CONCLUDED = "insurance.concluded";

  /** A copy of it went to the region; {@code ref} the insurance. */
  public static final String INSURANCE_COPIED = "insurance.copied";

  /** A mandate: about the house, from its first day to its last. */
  public static final String MANDATE = "mandate";

  /** A liability insurance: about the house, from its first day to its last. */
  public static final String INSURED = "insured";

  /** An extract from the criminal record: about the member of staff, until it is to be renewed. */
  public static final String STAFF_RECORD = "staff.criminal-record";

  /** A certificate of health: about the member of staff, until it is to be renewed. */
  public static final String STAFF_HEALTH = "staff.health";

  /** A course of first aid: about the member of staff, until it is to be renewed. */
  public static final String STAFF_FIRST_AID = "staff.first-aid";

  /** Somebody asked about their personal data: about the house, {@code ref} the request. */
  public static final String DATA_ASKED = "data.asked";

  /** They were told that it will take longer; {@code ref} the request. */
  public static final String DATA_EXTENDED = "data.extended";

  /** They were answered; {@code ref} the request. */
  public static final String DATA_ANSWERED = "data.answered";

  /** The child was heard, and its view learnt: about the child. */
  public static final String CHILD_VIEW = "child-view";

  /**
   * A plan was looked at: about the child whose stay it plans, or the carer who learns, {@code ref}
   * the plan; the form {@code STAY} or {@code EDUCATION}.
   */
  public static final String PLAN_REVIEW = "plan.review";

  /** A carer signed the plan of a child's stay: about the child, {@code ref} the plan. */
  public static final String PLAN_OF_STAY_SIGNED = "plan-of-stay.signed";

  /** A carer signed a plan of education: about whose it is, {@code ref} the plan. */
  public static final String EDUCATION_PLAN_SIGNED = "education-plan.signed";

  /**
   * A document was delivered: about whom it is about, or the file, on that day; {@code ref} the
   * document.
   */
  public static final String LETTER_DELIVERED = "letter.delivered";

  private Kinds() {}
}
