package org.opora.api.duties;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** Duties of the files a viewer may see. */
@ProviderType
public interface Duties {
  String READ = "duties.read";

  /**
   * Every line as of the day, overdue first, then by due date, file number and subject.
   *
   * @param asOf the day; for a what-if any day
   */
  List<Line> list(Viewer viewer, LocalDate asOf);

  /** Lines of one file. */
  List<Line> of(Viewer viewer, CaseFileId file, LocalDate asOf);

  /**
   * Lines of these files, in the order of {@link #list}; files that the viewer may not see have
   * none. Costs as much as these files, however many others there are.
   */
  List<Line> of(Viewer viewer, Collection<CaseFileId> files, LocalDate asOf);

  enum Status {
    OVERDUE,
    DUE_SOON,
    OK,
    JUSTIFIED,
    NOT_ASSESSED,
    NOT_APPLICABLE
  }

  enum SubjectKind {
    CHILD,
    CARER
  }

  /**
   * @param rule id of the rule, such as {@code cz.visit}
   * @param ruleSet id and version of the rule set that was used
   * @param due null when not assessed or not applicable
   * @param doBy last working day not after {@code due} when that differs; null otherwise. The due
   *     date itself is never shifted
   * @param why the sentence that explains the status
   * @param paragraph of the law
   * @param trust how far the rule's figures are confirmed
   * @param ref which of several of the same rule about the same person, such as a request; null
   *     where there is only one. A key, never words
   */
  record Line(
      String rule,
      String ruleSet,
      CaseFileId file,
      String number,
      String familyName,
      SubjectKind subjectKind,
      PersonId subject,
      PersonName name,
      LocalDate birthDate,
      LocalDate due,
      LocalDate doBy,
      Status status,
      Text title,
      Text why,
      String paragraph,
      Trust trust,
      String ref) {

    /** The only line of this rule about this person in this file. */
    public Line(
        String rule,
        String ruleSet,
        CaseFileId file,
        String number,
        String familyName,
        SubjectKind subjectKind,
        PersonId subject,
        PersonName name,
        LocalDate birthDate,
        LocalDate due,
        LocalDate doBy,
        Status status,
        Text title,
        Text why,
        String paragraph,
        Trust trust) {
      this(
          rule,
          ruleSet,
          file,
          number,
          familyName,
          subjectKind,
          subject,
          name,
          birthDate,
          due,
          doBy,
          status,
          title,
          why,
          paragraph,
          trust,
          null);
    }
  }
}
