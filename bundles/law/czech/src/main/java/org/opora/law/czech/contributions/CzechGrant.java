package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.grant.spi.GrantLaw;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;

/**
 * The state contribution to foster care, Act 359/1999 Sb. § 47d, and what may be spent from it. The
 * amounts until June 2024 were read at public sources; of the second half of 2024 none is known, so
 * the last known one stands there, marked. All the rest is one reading of the wording in force
 * since 2025.
 */
@Component
public final class CzechGrant implements GrantLaw {
  private static final String ACT = ", zákon č. 359/1999 Sb.";
  private static final String DECREE = ", vyhláška č. 473/2012 Sb.";
  private static final String CONTRIBUTION = "§ 47d" + ACT;
  private static final LocalDate AGREEMENTS = LocalDate.of(2013, 1, 1);
  private static final LocalDate FORMER = LocalDate.of(2024, 12, 31);
  private static final LocalDate AMENDMENT = LocalDate.of(2025, 1, 1);
  private static final LocalDate DISCOURAGED = LocalDate.of(2025, 2, 10);
  private static final List<Degree> DEPENDENT = List.of(Degree.II, Degree.III, Degree.IV);
  private static final int MANY_CHILDREN = 3;
  private static final int HOURS_OF_A_TRAINING_DAY = 6;
  private static final int FINE = 50_000;
  private static final long CROWN = 100;

  @Override
  public String id() {
    return "cz";
  }

  @Override
  public List<Parameter<Amount>> amounts() {
    return List.of(
        amount(
            same(48_000),
            AGREEMENTS,
            LocalDate.of(2021, 12, 31),
            CONTRIBUTION,
            "amount.source",
            Trust.VERIFIED),
        amount(
            same(54_000),
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2022, 12, 31),
            CONTRIBUTION,
            "amount.source",
            Trust.VERIFIED),
        amount(
            same(59_400),
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2024, 6, 30),
            "§ 47d odst. 2 písm. a)" + ACT,
            "amount.source",
            Trust.VERIFIED),
        amount(
            same(59_400),
            LocalDate.of(2024, 7, 1),
            FORMER,
            CONTRIBUTION,
            "amount.last-known.source",
            Trust.UNVERIFIED),
        amount(
            new Amount(66_000 * CROWN, 72_000 * CROWN, 18_000 * CROWN, MANY_CHILDREN, DEPENDENT),
            AMENDMENT,
            null,
            CONTRIBUTION,
            "amount.present.source",
            Trust.SECONDARY));
  }

  /** Until 2024 there was one amount for every agreement. */
  private static Amount same(long crowns) {
    return new Amount(crowns * CROWN, crowns * CROWN, 0, 0, List.of());
  }

  private static Parameter<Amount> amount(
      Amount value, LocalDate from, LocalDate until, String paragraph, String source, Trust trust) {
    return new Parameter<>(value, from, until, paragraph, text(source), trust);
  }

  @Override
  public List<Parameter<Boolean>> begunMonthCounts() {
    return List.of(
        new Parameter<>(
            true, AGREEMENTS, null, CONTRIBUTION, text("begun.source"), Trust.UNVERIFIED));
  }

  @Override
  public List<Band> bands() {
    return List.of(
        band("care", 5, 15, "a", "b"),
        band("help", 10, 20, "c", "d", "e"),
        band("training", 5, 10, "f"));
  }

  private static Band band(String code, int least, int most, String... letters) {
    return new Band(
        "cz.band." + code,
        text("band." + code),
        rights(letters),
        reading(new Percent(least, most), "§ 5c" + DECREE, "band.source"));
  }

  private static Set<String> rights(String... letters) {
    return Stream.of(letters)
        .map(letter -> "cz.47a." + letter)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Cap> caps() {
    return List.of(
        leasing(former(300)),
        leasing(present(500)),
        trainingNight(former(1_000)),
        trainingNight(present(1_500)),
        share("meals", Set.of(), 260),
        share("lunch", Set.of(), 120),
        // Only where the child is cared for all day.
        share("night", rights("b"), 90));
  }

  private static Cap leasing(Parameter<Long> most) {
    return new Cap(
        "cz.leasing", text("cap.leasing"), Per.AGREEMENT_AND_MONTH, false, true, Set.of(), most);
  }

  private static Cap trainingNight(Parameter<Long> most) {
    return new Cap(
        "cz.training-night",
        text("cap.training-night"),
        Per.ADULT_AND_NIGHT,
        false,
        false,
        rights("f"),
        most);
  }

  private static Cap share(String code, Set<String> rights, long crowns) {
    return new Cap(
        "cz.share." + code,
        text("share." + code),
        Per.CHILD_AND_DAY,
        true,
        false,
        rights,
        reading(crowns * CROWN, "§ 5f" + DECREE, "share.source"));
  }

  private static Parameter<Long> former(long crowns) {
    return new Parameter<>(
        crowns * CROWN,
        AGREEMENTS,
        FORMER,
        CONTRIBUTION,
        text("cap.former.source"),
        Trust.UNVERIFIED);
  }

  private static Parameter<Long> present(long crowns) {
    return reading(crowns * CROWN, CONTRIBUTION, "cap.source");
  }

  @Override
  public List<Parameter<List<Code>>> notPaid() {
    return List.of(
        reading(
            List.of(
                notPaid("meals", CONTRIBUTION),
                notPaid("extras", CONTRIBUTION),
                notPaid("assets", CONTRIBUTION),
                notPaid("abroad", CONTRIBUTION),
                notPaid("spouse", "§ 965 odst. 3, § 655 odst. 2, zákon č. 89/2012 Sb."),
                notPaid("between-days", CONTRIBUTION, HOURS_OF_A_TRAINING_DAY)),
            CONTRIBUTION,
            "not-paid.source"));
  }

  private static Code notPaid(String code, String paragraph, Object... said) {
    return new Code(
        "cz.not-paid." + code, text("not-paid." + code, said), paragraph, Trust.SECONDARY);
  }

  @Override
  public List<Parameter<Boolean>> refundDiscouraged() {
    return List.of(
        new Parameter<>(
            true,
            DISCOURAGED,
            null,
            CONTRIBUTION + ", materiál MPSV z 10. 2. 2025",
            text("refund.source"),
            Trust.SECONDARY));
  }

  @Override
  public List<Parameter<Terms>> terms() {
    return List.of(
        reading(
            new Terms(
                MonthDay.of(1, 15), MonthDay.of(2, 15), MonthDay.of(3, 31), MonthDay.of(4, 30)),
            CONTRIBUTION + ", § 59f",
            "terms.source"));
  }

  /** The same figure as that of the agreement, where it is shown and confirmed. */
  @Override
  public List<Parameter<Integer>> reportWithin() {
    return AgreementLaw.labourOffice();
  }

  @Override
  public Optional<String> reportFollowUp() {
    return Optional.of("cz." + AgreementLaw.LABOUR_OFFICE);
  }

  @Override
  public List<LawFigure> figures() {
    List<LawFigure> all = new ArrayList<>();
    amounts()
        .forEach(
            one ->
                all.add(
                    new LawFigure(
                        "cz.grant.amount", text("figure.amount"), words(one.value()), one)));
    begunMonthCounts()
        .forEach(
            one ->
                all.add(
                    new LawFigure(
                        "cz.grant.begun-month",
                        text("figure.begun"),
                        text("figure.begun.yes"),
                        one)));
    bands()
        .forEach(
            band ->
                all.add(
                    new LawFigure(
                        "cz.grant." + band.code().substring("cz.".length()),
                        band.title(),
                        text(
                            "figure.band",
                            band.dated().value().least(),
                            band.dated().value().most()),
                        band.dated())));
    caps()
        .forEach(
            cap ->
                all.add(
                    new LawFigure(
                        "cz.grant.cap." + cap.code().substring("cz.".length()),
                        cap.title(),
                        text("figure.cap", cap.most().value() / CROWN, text("per." + cap.per())),
                        cap.most())));
    refundDiscouraged()
        .forEach(
            one ->
                all.add(
                    new LawFigure(
                        "cz.grant.refund", text("figure.refund"), text("figure.refund.yes"), one)));
    terms()
        .forEach(
            one ->
                all.add(
                    new LawFigure(
                        "cz.grant.terms", text("figure.terms"), words(one.value()), one)));
    all.add(fine());
    notPaid().forEach(list -> list.value().forEach(code -> all.add(figure(list, code))));
    return all;
  }

  /** What may be asked of a centre that does not keep the days; nobody counts by it. */
  private static LawFigure fine() {
    Parameter<Integer> most = reading(FINE, "§ 59f" + ACT, "fine.source");
    return new LawFigure(
        "cz.grant.fine", text("figure.fine"), text("figure.fine.value", most.value()), most);
  }

  private static LawFigure figure(Parameter<List<Code>> list, Code code) {
    return new LawFigure(
        "cz.grant." + code.code().substring("cz.".length()),
        text("figure.not-paid"),
        code.text(),
        new Parameter<>(
            code.code() + code.text().arguments(),
            list.from(),
            list.until(),
            code.paragraph(),
            list.source(),
            code.trust()));
  }

  private static Text words(Amount amount) {
    return amount.supplement() == 0
        ? text("figure.amount.one", amount.carer() / CROWN)
        : text(
            "figure.amount.value",
            amount.carer() / CROWN,
            amount.temporary() / CROWN,
            amount.supplement() / CROWN,
            amount.children(),
            amount.degrees().stream().map(Degree::name).collect(Collectors.joining(", ")));
  }

  private static Text words(Terms terms) {
    return text(
        "figure.terms.value",
        day(terms.request()),
        day(terms.paid()),
        day(terms.overview()),
        day(terms.returned()));
  }

  private static Text day(MonthDay day) {
    return Text.of(
        CzechLaw.TEXTS, "agreement.figure.month-day", day.getDayOfMonth(), day.getMonthValue());
  }

  /** One reading of the wording in force since 2025. */
  private static <T> Parameter<T> reading(T value, String paragraph, String source) {
    return new Parameter<>(value, AMENDMENT, null, paragraph, text(source), Trust.SECONDARY);
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, "grant." + key, arguments);
  }
}
