package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.FirstContactLaw;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;

/**
 * Act 359/1999 Sb.: the services of § 47a(2), the three grounds for which a mandated body may
 * refuse an agreement, and the return to the register of mandated persons. Letters a), b) and e)
 * were read at a public source; the others, the grounds and the day of the return are a secondary
 * reading.
 */
@Component
public final class CzechFirstContact implements FirstContactLaw {
  private static final String ACT = "zákon č. 359/1999 Sb.";

  /** Agreements on foster care exist since the amendment 401/2012 Sb. */
  private static final LocalDate AGREEMENTS = LocalDate.of(2013, 1, 1);

  @Override
  public String id() {
    return "cz";
  }

  @Override
  public List<Parameter<List<Code>>> rights() {
    return List.of(
        since(
            List.of(
                right("a", Trust.VERIFIED),
                right("b", Trust.VERIFIED),
                right("c", Trust.SECONDARY),
                right("d", Trust.SECONDARY),
                right("e", Trust.VERIFIED),
                right("f", Trust.SECONDARY)),
            "§ 47a odst. 2, " + ACT,
            "contact.rights.source"));
  }

  @Override
  public List<Parameter<List<Code>>> refusalGrounds() {
    return List.of(
        since(
            List.of(ground("out-of-mandate"), ground("capacity"), ground("terminated")),
            "§ 47b, § 48a odst. 1, " + ACT,
            "contact.grounds.source"));
  }

  @Override
  public List<Parameter<MonthDay>> yearlyReturn() {
    return List.of(since(MonthDay.of(6, 30), "§ 49c odst. 4, " + ACT, "contact.return.source"));
  }

  @Override
  public List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    rights().forEach(list -> figures.addAll(entries("contact.figure.right", list)));
    refusalGrounds().forEach(list -> figures.addAll(entries("contact.figure.ground", list)));
    yearlyReturn()
        .forEach(
            one ->
                figures.add(
                    new LawFigure(
                        "cz.contact.return",
                        text("contact.figure.return"),
                        Text.of(
                            CzechLaw.TEXTS,
                            "contact.figure.return.value",
                            one.value().getDayOfMonth(),
                            one.value().getMonthValue()),
                        one)));
    return figures;
  }

  /** Each entry is confirmed by itself: some letters were read, others are a reading. */
  private static List<LawFigure> entries(String title, Parameter<List<Code>> list) {
    return list.value().stream()
        .map(
            one ->
                new LawFigure(
                    "cz.contact." + one.code().substring("cz.".length()),
                    text(title),
                    one.text(),
                    new Parameter<>(
                        one.code(),
                        list.from(),
                        list.until(),
                        one.paragraph(),
                        list.source(),
                        one.trust())))
        .toList();
  }

  private static Code right(String letter, Trust trust) {
    return new Code(
        "cz.47a." + letter,
        text("contact.right." + letter),
        "§ 47a odst. 2 písm. " + letter + "), " + ACT,
        trust);
  }

  private static Code ground(String code) {
    return new Code(
        "cz." + code, text("contact.ground." + code), "§ 48a odst. 1, " + ACT, Trust.SECONDARY);
  }

  private static <T> Parameter<T> since(T value, String paragraph, String source) {
    return new Parameter<>(value, AGREEMENTS, null, paragraph, text(source), Trust.SECONDARY);
  }

  private static Text text(String key) {
    return Text.of(CzechLaw.TEXTS, key);
  }
}
