package org.opora.benchmark.data;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a family lived through besides visits, as long as it has been with the centre.
 *
 * @param decisions one for each child, in the order of the children
 */
record Course(
    List<Training> trainings,
    List<Respite> respites,
    List<Report> reports,
    List<Request> requests,
    List<Decision> decisions) {

  /**
   * Hours of training of one carer.
   *
   * @param form as the product calls it
   */
  record Training(UUID id, Family.Member carer, LocalDate on, int minutes, String form) {}

  /**
   * Days on which somebody else looked after a child.
   *
   * @param reasoned whether it was written down why they may be more than the right
   */
  record Respite(UUID id, Family.Child child, LocalDate first, LocalDate last, boolean reasoned) {}

  /**
   * A report on the course of care, of the cycle or asked for by a court.
   *
   * @param begun for one that was asked for, the day on which it was
   * @param due by when it was to be made out, or answered
   * @param madeOut null while it is written
   */
  record Report(
      UUID id,
      boolean onRequest,
      LocalDate from,
      LocalDate until,
      LocalDate begun,
      LocalDate due,
      LocalDate madeOut,
      List<Copy> copies) {
    boolean late() {
      return madeOut != null && madeOut.isAfter(due);
    }
  }

  /**
   * The copy of a report for somebody.
   *
   * @param carer null for an office
   * @param children whether it has the parts about the children
   * @param due null where no law said by when
   * @param sent null while it is not on its way
   * @param delivered null while it has not arrived
   */
  record Copy(
      UUID id,
      String kind,
      Family.Member carer,
      String office,
      boolean children,
      LocalDate due,
      LocalDate sent,
      LocalDate delivered) {
    String name() {
      return carer == null ? office : carer.spoken();
    }
  }

  /**
   * A carer asked for a service, and how it ended.
   *
   * @param right letter of the law
   * @param offered null when nothing was offered
   */
  record Request(
      UUID id,
      Family.Member carer,
      String right,
      LocalDate asked,
      LocalDate offered,
      LocalDate decided,
      String outcome) {}

  /** A court entrusted a child to its carers. */
  record Decision(UUID id, Family.Child child, LocalDate decided, LocalDate inForce) {}
}
