package org.opora.course.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.course.domain.Answer;
import org.opora.course.domain.Period;
import org.opora.course.domain.RecipientKind;

/**
 * A report as the viewer sees it.
 *
 * @param parts those that the viewer sees
 * @param hidden how many parts there are besides about children who are not the viewer's; of who
 *     stands behind a wall nothing is said
 * @param missing copies that are to be made yet
 * @param unheard carers who have not been made acquainted with all of it, by name
 */
public record ReportView(
    Head head,
    List<Part> parts,
    int hidden,
    List<To> recipients,
    int missing,
    List<String> unheard,
    Standing standing) {

  /**
   * @param late days after the last day: of today while it is not made out
   * @param askedBy null unless somebody asked
   */
  public record Head(
      UUID id,
      long version,
      CaseFileId file,
      AgreementId agreement,
      Kind kind,
      State state,
      Period period,
      LocalDate due,
      long late,
      int round,
      String askedBy,
      LocalDate askedOn,
      String by,
      LocalDate approvedOn,
      String approvedBy,
      LocalDate madeOutOn,
      String madeOutBy,
      String lateWhy,
      String backWhy,
      String backBy,
      LocalDate withdrawnOn,
      String withdrawnBy,
      String withdrawnWhy,
      String language) {
    /** Whether it is written. */
    public boolean draft() {
      return state == State.DRAFT;
    }

    /** Whether the carers are to say what they think, and somebody is to approve it. */
    public boolean withCarers() {
      return state == State.STATEMENT;
    }

    public boolean approved() {
      return state == State.APPROVED;
    }

    /** Whether it may still change, or be withdrawn. */
    public boolean open() {
      return state != State.LOCKED && state != State.WITHDRAWN;
    }
  }

  /**
   * What the viewer may do next.
   *
   * @param author whether the viewer wrote some of it
   */
  public record Standing(boolean author, boolean writes, boolean approves) {}

  /**
   * @param name of the child; null in the part of the family
   * @param former statements on earlier wordings
   */
  public record Part(
      UUID id,
      PersonId child,
      ChildFileId childFile,
      String name,
      List<Section> sections,
      List<Statement> statements,
      List<Statement> former) {}

  /**
   * @param words null when it is empty
   * @param records what the records say; null when nothing was recorded
   * @param differs whether somebody put it otherwise than the records say
   * @param gap module that could not say anything; null when it could
   * @param narrowed whether the child took some of it back, and nobody has looked at it since
   * @param readers names of those who read it; null when all who get the part do
   */
  public record Section(
      UUID id,
      long version,
      String code,
      String title,
      String words,
      String records,
      boolean differs,
      String gap,
      boolean narrowed,
      String readers,
      String by,
      Instant at) {}

  /**
   * @param words null when there are none
   */
  public record Statement(
      UUID id,
      long version,
      PersonId carer,
      String name,
      Answer answer,
      LocalDate on,
      String words) {}

  /**
   * @param name null of an office that would say where somebody lives, which the viewer must not
   *     learn
   * @param document null until the copy is made, and with the name
   * @param late days after the last day: of today while it is not delivered
   * @param names of children whose parts they get and the viewer sees
   */
  public record To(
      UUID id,
      RecipientKind kind,
      PersonId person,
      String name,
      LocalDate due,
      DocumentId document,
      LocalDate sentOn,
      LocalDate deliveredOn,
      long late,
      List<String> names) {}
}
