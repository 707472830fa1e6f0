package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Excuses;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Facts;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.opora.duties.domain.Days;

/** What is in the files about duties that were not done, or need not be. */
record Excused(Facts facts, LocalDate asOf) {
  private static final String TEXTS = "org.opora.duties";

  static List<String> kinds() {
    return List.of(Excuses.JUSTIFIED, Excuses.NOT_APPLICABLE);
  }

  /** The days on which a reason stands in the file why it could not be done. */
  List<Days> days(String rule, About about) {
    return of(Excuses.JUSTIFIED, rule, about)
        .map(fact -> new Days(fact.on(), fact.until()))
        .toList();
  }

  private Stream<Fact> of(String kind, String rule, About about) {
    Stream<Fact> own = facts.of(kind, about).stream();
    CaseFileId file = about.file();
    Stream<Fact> everybody =
        file == null ? Stream.empty() : facts.of(kind, About.file(file)).stream();
    return Stream.concat(own, everybody)
        .filter(fact -> fact.ref() == null || fact.ref().equals(rule));
  }

  /**
   * The line, or what is said of it where the duty does not apply on the day. What was to be done
   * by a day before it stopped to apply was missed all the same.
   */
  Duties.Line applied(Duties.Line line) {
    LocalDate last = last(line);
    return of(Excuses.NOT_APPLICABLE, line.rule(), about(line))
        .filter(fact -> new Days(fact.on(), fact.until()).has(asOf))
        .filter(fact -> last == null || !fact.on().isAfter(last))
        .findFirst()
        .map(fact -> notApplicable(line, fact))
        .orElse(line);
  }

  /** The last day on which it can be done in time; null where nobody can say it. */
  private static LocalDate last(Duties.Line line) {
    if (line.due() != null) {
      return line.due();
    }
    if (line.detail() instanceof Duties.Account account) {
      return account.until();
    }
    return line.detail() instanceof Duties.Ledger ledger
        ? ledger.year().atMonth(Month.DECEMBER).atEndOfMonth()
        : null;
  }

  private static Duties.Line notApplicable(Duties.Line line, Fact fact) {
    return line.notApplicable(
        line.promisedBy() == null
            ? Text.of(TEXTS, "why.not-applicable", fact.on(), line.paragraph())
            : Text.of(TEXTS, "why.not-applicable.promise", fact.on()),
        fact);
  }

  private static About about(Duties.Line line) {
    Duties.Whom whom = line.whom();
    return switch (whom.kind()) {
      case CHILD, CARER, ADULT -> About.person(line.file(), whom.person());
      case FILE -> About.file(line.file());
      case AGREEMENT -> About.agreement(line.file(), new AgreementId(whom.key()));
      case STAFF -> About.staff(new StaffId(whom.key()));
      case CENTRE -> About.centre();
    };
  }
}
