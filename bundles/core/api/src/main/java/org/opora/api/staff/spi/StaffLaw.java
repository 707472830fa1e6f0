package org.opora.api.staff.spi;

import java.util.List;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the law or the guidance of a country asks of the staff of a centre: dated figures with
 * paragraph and trust mark. An empty list means that the country says nothing.
 */
@ConsumerType
public interface StaffLaw {
  /** Such as {@code cz}. */
  String id();

  /**
   * Hours of further training that a social worker owes in a calendar year. A twelfth is owed for
   * each month employed; months in probation, and each whole month of an absence longer than a
   * month, take a twelfth off.
   */
  List<Parameter<Integer>> trainingHours();

  /** Hours in two calendar years that do as well, prorated the same way. */
  List<Parameter<Integer>> trainingHoursInTwoYears();

  /** Hours of supervision in a calendar year that may be charged, at most. */
  List<Parameter<Integer>> supervisionHours();

  /** Families of a key worker with a full time. */
  List<Parameter<Load>> load();

  /** Every dated figure of this law, for the page that shows them; in the order of the law. */
  default List<LawFigure> figures() {
    return List.of();
  }

  /**
   * @param least families below which there is room for more
   * @param most families above which there are too many
   */
  record Load(int least, int most) {}
}
