package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.AgreementRule.FollowUp;
import org.opora.api.duties.spi.AgreementRule.Ground;
import org.opora.api.duties.spi.AgreementRule.Terms;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.FormerRules;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Kinds;
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.text.Text;

/**
 * The agreement on foster care, Act 359/1999 Sb. §§ 47b and 47c. Consent, one agreement per carer,
 * the time to conclude and the grounds for notice were read at a public source; the half-years and
 * what follows from an end are one reading of the wording in force since 2025.
 */
final class AgreementLaw {
  /** That the end of the agreement is reported to whoever pays the contribution. */
  static final String LABOUR_OFFICE = "labour-office";

  /** That the final report is written: its figure is shown with the reports. */
  private static final String REPORT = "report";

  /** Code of what follows from the end and is the last report. */
  static final String REPORT_FOLLOW_UP = "cz." + REPORT;

  private static final String ACT = ", zákon č. 359/1999 Sb.";
  private static final LocalDate AGREEMENTS_EXIST = LocalDate.of(2013, 1, 1);
  private static final LocalDate AMENDMENT = LocalDate.of(2025, 1, 1);
  private static final Set<EndingWay> EVERY = EnumSet.allOf(EndingWay.class);
  private static final Set<EndingWay> BY_WILL =
      EnumSet.of(EndingWay.CARER_NOTICE, EndingWay.CENTRE_NOTICE, EndingWay.AGREED);

  private AgreementLaw() {}

  static AgreementRule rule() {
    return new AgreementRule(
        "cz.agreement",
        text("title"),
        List.of(
            read(
                true,
                AGREEMENTS_EXIST,
                "§ 47b" + ACT + ", § 154 správního řádu",
                "consent.source")),
        List.of(read(true, AGREEMENTS_EXIST, "§ 47b odst. 6" + ACT, "single.source")),
        List.of(reading(3, "§ 47b odst. 7" + ACT, "apart.source")),
        concludeWithin(),
        List.of(
            reading(
                new Terms(List.of(MonthDay.of(6, 30), MonthDay.of(12, 31)), 30),
                "§ 47c odst. 5 a 6" + ACT,
                "notice.source")),
        List.of(reading(true, "§ 47c odst. 5" + ACT, "agreed.source")),
        formerRules(),
        List.of(
            ground("breach", "§ 47c" + ACT, Set.of(), Trust.VERIFIED),
            ground("monitoring", "§ 47c" + ACT, Set.of(), Trust.VERIFIED),
            ground("refusal", "§ 47c" + ACT, Set.of(CareKind.TEMPORARY), Trust.VERIFIED)),
        List.of(
            ground("last-child", "§ 47c" + ACT, hangingOnAChild(), Trust.SECONDARY),
            ground("adulthood", "§ 47c" + ACT, hangingOnAChild(), Trust.SECONDARY),
            ground("list", "§ 47c" + ACT, Set.of(CareKind.TEMPORARY), Trust.SECONDARY),
            ground("death", "§ 47c" + ACT, Set.of(), Trust.SECONDARY)),
        followUps(),
        reasons());
  }

  /** By when an agreement is concluded, once the decision about the first child is in force. */
  static DeadlineRule conclude() {
    return new DeadlineRule(
        "cz.conclude",
        Said.text("conclude.title"),
        EnumSet.of(SubjectKind.AGREEMENT),
        Kinds.AGREEMENT_OWED,
        Kinds.AGREEMENT_SETTLED,
        null,
        Said.as(concludeWithin(), Term::days),
        List.of(),
        Said.reasons("conclude"));
  }

  private static List<Parameter<Integer>> concludeWithin() {
    return List.of(read(30, AGREEMENTS_EXIST, "§ 47b" + ACT, "within.source"));
  }

  static List<LawFigure> figures() {
    AgreementRule rule = rule();
    List<LawFigure> figures = new ArrayList<>();
    figures(figures, "consent", rule.consent(), AgreementLaw::yes);
    figures(figures, "single", rule.single(), AgreementLaw::yes);
    figures(figures, "apart", rule.apart(), months -> text("figure.months", months));
    figures.addAll(
        Said.figures(
            conclude().termFigure(),
            "agreement.figure.within",
            conclude().terms(),
            days -> text("figure.days", days.number())));
    figures(figures, "notice", rule.notice(), AgreementLaw::terms);
    figures(figures, "agreed", rule.agreedEndBound(), AgreementLaw::yes);
    figures(figures, "former", rule.formerRules(), day -> text("figure.day", day));
    rule.followUps().stream()
        .filter(one -> !one.code().equals(REPORT_FOLLOW_UP))
        .forEach(
            one ->
                figures(
                    figures,
                    one.code().substring("cz.".length()),
                    one.days(),
                    days -> text("figure.days", days)));
    return figures;
  }

  private static <T> void figures(
      List<LawFigure> all, String code, List<Parameter<T>> dated, Function<T, Text> value) {
    dated.forEach(
        one ->
            all.add(
                new LawFigure(
                    "cz.agreement." + code,
                    text("figure." + code),
                    value.apply(one.value()),
                    one)));
  }

  private static Text terms(Terms terms) {
    Text days =
        terms.lastDays().stream()
            .map(day -> text("figure.month-day", day.getDayOfMonth(), day.getMonthValue()))
            .reduce((some, more) -> text("figure.or", some, more))
            .orElseThrow();
    return text("figure.terms", terms.daysBefore(), days);
  }

  private static Text yes(boolean asked) {
    return text(asked ? "figure.yes" : "figure.no");
  }

  private static List<FollowUp> followUps() {
    return List.of(
        followUp("carer-tells", EnumSet.of(EndingWay.CARER_NOTICE), true, "§ 47c" + ACT, List.of()),
        followUp(
            "centre-tells", EnumSet.of(EndingWay.CENTRE_NOTICE), true, "§ 47c" + ACT, List.of()),
        followUp("authority", EVERY, false, "§ 47b" + ACT, List.of()),
        followUp(LABOUR_OFFICE, EVERY, false, "§ 47d" + ACT, labourOffice()),
        followUp(REPORT, EVERY, false, "§ 47b odst. 5" + ACT, CareReports.atTheEnd()),
        followUp("certificates", EVERY, false, "§ 47b" + ACT, List.of()),
        followUp(
            "new-agreement",
            BY_WILL,
            false,
            "§ 47c" + ACT,
            List.of(reading(30, "§ 47c" + ACT, "new-agreement.source"))));
  }

  /** Within how many days the end is reported to the Labour Office, which pays the contribution. */
  static List<Parameter<Integer>> labourOffice() {
    return List.of(reading(15, "§ 47d" + ACT, "labour-office.source"));
  }

  /** The same for duties that were counted in another way before. */
  static FormerRules keptRules() {
    return new FormerRules("cz.agreement.former", formerRules());
  }

  /** Agreements concluded by that day keep the rules of before. */
  static List<Parameter<LocalDate>> formerRules() {
    return List.of(
        reading(
            LocalDate.of(2024, 12, 31), "čl. II bod 3, zákon č. 242/2024 Sb.", "former.source"));
  }

  private static AgreementRule.Reasons reasons() {
    return new AgreementRule.Reasons(
        CzechLaw.TEXTS,
        "agreement.in-time",
        "agreement.late",
        "agreement.not-that-day",
        "agreement.agreed",
        "agreement.agreed-otherwise",
        "agreement.agreed-free",
        "agreement.by-law",
        "agreement.former",
        "agreement.consent-missing",
        "agreement.signed-before-consent",
        "agreement.change-without-consent",
        "agreement.second",
        "agreement.not-yet-apart",
        "agreement.no-decision",
        "agreement.stays",
        "agreement.conclude-by");
  }

  /** The agreement of a temporary carer hangs on the list of the region, not on a child. */
  private static Set<CareKind> hangingOnAChild() {
    return EnumSet.complementOf(EnumSet.of(CareKind.TEMPORARY));
  }

  private static Ground ground(String code, String paragraph, Set<CareKind> kinds, Trust trust) {
    return new Ground("cz." + code, text("ground." + code), kinds, paragraph, trust);
  }

  private static FollowUp followUp(
      String code,
      Set<EndingWay> ways,
      boolean fromNotice,
      String paragraph,
      List<Parameter<Integer>> days) {
    return new FollowUp(
        "cz." + code,
        CzechLaw.TEXTS,
        "agreement.follow." + code,
        ways,
        fromNotice,
        paragraph,
        days);
  }

  /** Read at a public source. */
  private static <T> Parameter<T> read(T value, LocalDate from, String paragraph, String source) {
    return new Parameter<>(value, from, null, paragraph, text(source), Trust.VERIFIED);
  }

  /** One author's reading of the wording in force since 2025. */
  private static <T> Parameter<T> reading(T value, String paragraph, String source) {
    return new Parameter<>(value, AMENDMENT, null, paragraph, text(source), Trust.SECONDARY);
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, "agreement." + key, arguments);
  }
}
