package org.opora.api.duties;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Fact;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** Duties of the files a viewer may see, and of the house for whoever sees all files. */
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

  /**
   * One line with all that it rests on; empty when nothing of the kind is due or due to anybody.
   *
   * @param subject key of whom it is about, as in {@link Whom}
   * @param ref as in {@link Line}; null where there is only one
   */
  default Optional<Line> one(
      Viewer viewer, CaseFileId file, String rule, UUID subject, String ref, LocalDate asOf) {
    return of(viewer, file, asOf).stream()
        .filter(line -> line.rule().equals(rule))
        .filter(line -> line.whom().key().equals(subject))
        .filter(line -> Objects.equals(line.ref(), ref))
        .findFirst();
  }

  enum Status {
    OVERDUE,
    DUE_SOON,
    OK,
    JUSTIFIED,
    NOT_ASSESSED,
    NOT_APPLICABLE
  }

  /** Whom or what a line is about. */
  enum SubjectKind {
    CHILD,
    CARER,
    /** Who takes part in a file otherwise than as a carer: a parent, an applicant, a client. */
    ADULT,
    /** A family or another case as a whole. */
    FILE,
    AGREEMENT,
    STAFF,
    /** The house itself; in no file. */
    CENTRE
  }

  /** The family a line stands under. */
  record Family(CaseFileId file, String number, String name) {}

  /**
   * @param key of the person, the file, the agreement or the member of staff; of the house always
   *     the same
   * @param name null where it is nobody's
   * @param birthDate of a child or an adult, when it is known
   */
  record Whom(SubjectKind kind, UUID key, PersonName name, LocalDate birthDate) {
    public Whom {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(key);
    }

    /** Null when it is about nobody of a family. */
    public PersonId person() {
      return switch (kind) {
        case CHILD, CARER, ADULT -> new PersonId(key);
        case FILE, AGREEMENT, STAFF, CENTRE -> null;
      };
    }
  }

  /**
   * @param rule id of the rule, such as {@code cz.visit}
   * @param ruleSet id and version of the rule set that was used; of a rule of the centre, those of
   *     the module that brought it
   * @param family null for what the house owes as such
   * @param due null when not assessed or not applicable, and for a right, which is never due
   * @param doBy last working day not after {@code due} when that differs; null otherwise. The due
   *     date itself is never shifted
   * @param why the sentence that explains the status
   * @param paragraph of the law; null for a rule of the centre, as {@code trust} is
   * @param trust how far the rule's figures are confirmed
   * @param ref which of several of the same rule about the same subject, such as a request; null
   *     where there is only one. A key or a date, never words
   * @param detail the figures behind it; null where a day says all
   * @param evidence the facts that it was reckoned from, the earliest first. Some of them may count
   *     in files that the viewer must not see
   * @param promisedBy name of the module whose rule of the centre it is, which no law asks for;
   *     null for a rule of the law
   */
  record Line(
      String rule,
      String ruleSet,
      Family family,
      Whom whom,
      LocalDate due,
      LocalDate doBy,
      Status status,
      Text title,
      Text why,
      String paragraph,
      Trust trust,
      String ref,
      Detail detail,
      List<Fact> evidence,
      Text promisedBy) {
    public Line {
      Objects.requireNonNull(whom);
      evidence = List.copyOf(evidence);
    }

    /** By a rule of the law. */
    public Line(
        String rule,
        String ruleSet,
        Family family,
        Whom whom,
        LocalDate due,
        LocalDate doBy,
        Status status,
        Text title,
        Text why,
        String paragraph,
        Trust trust,
        String ref,
        Detail detail,
        List<Fact> evidence) {
      this(
          rule, ruleSet, family, whom, due, doBy, status, title, why, paragraph, trust, ref, detail,
          evidence, null);
    }

    /** The only line of this rule about this person in this file, with a day and nothing else. */
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
          new Family(file, number, familyName),
          new Whom(subjectKind, subject.value(), name, birthDate),
          due,
          doBy,
          status,
          title,
          why,
          paragraph,
          trust,
          null,
          null,
          List.of());
    }

    /**
     * Without what it was reckoned from: of all lines of a large centre that would fill the memory.
     */
    public Line withoutEvidence() {
      return with(due, doBy, status, why, detail, List.of());
    }

    /**
     * @param figures null where a day says all
     */
    public Line withDetail(Detail figures) {
      return with(due, doBy, status, why, figures, evidence);
    }

    /**
     * @param day null when the due date is a working day itself
     */
    public Line withDoBy(LocalDate day) {
      return with(due, day, status, why, detail, evidence);
    }

    /**
     * Where the duty does not apply on the day, so that nothing is due.
     *
     * @param reason the sentence that explains it
     * @param proof the fact that it rests on, besides those of the line
     */
    public Line notApplicable(Text reason, Fact proof) {
      return with(
          null,
          null,
          Status.NOT_APPLICABLE,
          reason,
          detail,
          Stream.concat(evidence.stream(), Stream.of(proof)).toList());
    }

    private Line with(
        LocalDate when,
        LocalDate beside,
        Status standing,
        Text sentence,
        Detail figures,
        List<Fact> facts) {
      return new Line(
          rule,
          ruleSet,
          family,
          whom,
          when,
          beside,
          standing,
          title,
          sentence,
          paragraph,
          trust,
          ref,
          figures,
          facts,
          promisedBy);
    }

    /** Null for what the house owes as such. */
    public CaseFileId file() {
      return family == null ? null : family.file();
    }

    /** Number of the file; empty for what the house owes as such. */
    public String number() {
      return family == null ? "" : family.number();
    }

    /** Empty for what the house owes as such. */
    public String familyName() {
      return family == null ? "" : family.name();
    }

    public SubjectKind subjectKind() {
      return whom.kind();
    }

    /** Null when it is about nobody of a family. */
    public PersonId subject() {
      return whom.person();
    }

    /** Null when it is about nobody. */
    public PersonName name() {
      return whom.name();
    }

    public LocalDate birthDate() {
      return whom.birthDate();
    }
  }

  /** The figures behind a line. */
  sealed interface Detail permits Account, Ledger, Reports {}

  /**
   * An account of minutes in one period.
   *
   * @param need what is owed
   * @param carriedIn surplus of the period before
   * @param counted own minutes of this period, after the caps
   * @param over minutes over a cap, which do not count
   * @param missing what is still needed, or was missed
   * @param carriedOut surplus for the next period; while this one runs, what it would be
   * @param years the calendar years that the period touches, where it is none itself: some people
   *     think in those, though nothing is owed by them
   */
  record Account(
      LocalDate from,
      LocalDate until,
      int need,
      int carriedIn,
      int counted,
      int over,
      int missing,
      int carriedOut,
      List<CalendarYear> years)
      implements Detail {
    public Account {
      years = List.copyOf(years);
    }
  }

  /**
   * What a calendar year has brought so far, without what was taken over as a sum and before any
   * cap.
   *
   * @param minutes of the whole year
   * @param here of those the ones within the period of the account
   */
  record CalendarYear(Year year, int minutes, int here) {}

  /**
   * A right in one calendar year.
   *
   * @param days whether it is counted in days begun; otherwise in minutes
   * @param left what may still be used; of a year that is over, what lapsed
   * @param over used beyond the amount
   * @param justified how much of that has a written reason
   * @param outside used without a right, which counts against nothing
   */
  record Ledger(
      Year year, boolean days, int amount, int used, int left, int over, int justified, int outside)
      implements Detail {}

  /**
   * The reports on one agreement.
   *
   * @param drafted from the earliest
   * @param missed how many dates passed for good without one
   */
  record Reports(List<Report> drafted, int missed) implements Detail {
    public Reports {
      drafted = List.copyOf(drafted);
    }
  }

  /**
   * @param due null when none was asked for, or nobody can say by when
   * @param late days after it; 0 in time
   */
  record Report(
      LocalDate drafted, LocalDate due, Status status, long late, List<Delivery> deliveries) {
    public Report {
      deliveries = List.copyOf(deliveries);
    }
  }

  /**
   * @param record key of the record of the delivery
   * @param addressee code of the kind of addressee, as the record has it; null when it has none
   * @param delivered null while it is not known to be
   * @param late days after the due date; 0 in time
   */
  record Delivery(
      UUID record,
      String addressee,
      LocalDate due,
      LocalDate delivered,
      Status status,
      long late) {}
}
