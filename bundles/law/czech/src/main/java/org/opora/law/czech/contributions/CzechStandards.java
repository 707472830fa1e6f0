package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.standards.spi.StandardsLaw;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;

/**
 * The standards of quality of a mandated body, annex 2 to decree 473/2012 Sb. Numbers and topics of
 * the standards, and how many criteria there are, are one author's reading. Of the criteria only
 * seven are known, two of them from public sources; the wording of none was taken from the decree.
 */
@Component
public final class CzechStandards implements StandardsLaw {
  private static final String ANNEX = "příloha č. 2, vyhláška č. 473/2012 Sb.";
  private static final LocalDate DECREE = LocalDate.of(2013, 1, 1);
  private static final int CRITERIA = 30;
  private static final int BEST = 3;

  @Override
  public String id() {
    return "cz";
  }

  @Override
  public List<Parameter<List<Standard>>> standards() {
    return List.of(
        figure(
            List.of(
                standard(1),
                standard(2, criterion(2, "a", Trust.VERIFIED)),
                standard(3),
                standard(4),
                standard(5),
                standard(6),
                standard(7, criterion(7, "c", Trust.SECONDARY)),
                standard(8),
                standard(9),
                standard(
                    10,
                    criterion(10, "a", Trust.SECONDARY),
                    criterion(10, "b", Trust.SECONDARY),
                    criterion(10, "c", Trust.SECONDARY),
                    criterion(10, "d", Trust.SECONDARY)),
                standard(11),
                standard(12),
                standard(13, criterion(13, "a", Trust.VERIFIED)),
                standard(14),
                standard(15),
                standard(16)),
            "standards.source"));
  }

  @Override
  public List<Parameter<Integer>> criteria() {
    return List.of(figure(CRITERIA, "standards.source"));
  }

  @Override
  public List<Parameter<Integer>> bestMark() {
    return List.of(figure(BEST, "standards.mark.source"));
  }

  /** What the page of the figures shows. */
  static List<LawFigure> figures() {
    CzechStandards law = new CzechStandards();
    Parameter<List<Standard>> list = law.standards().get(0);
    Parameter<Integer> count =
        new Parameter<>(
            list.value().size(),
            list.from(),
            list.until(),
            list.paragraph(),
            list.source(),
            list.trust());
    return List.of(
        shown("cz.standards.count", "standards.count", count),
        shown("cz.standards.criteria", "standards.criteria", law.criteria().get(0)),
        shown("cz.standards.mark", "standards.mark", law.bestMark().get(0)));
  }

  private static LawFigure shown(String id, String key, Parameter<Integer> figure) {
    return new LawFigure(id, text(key), text(key + ".value", figure.value()), figure);
  }

  private static Standard standard(int number, Criterion... known) {
    return new Standard(
        "cz." + number,
        String.valueOf(number),
        text("standards.topic." + number),
        text("standards.proof." + number),
        List.of(known),
        "standard " + number + ", " + ANNEX,
        Trust.SECONDARY);
  }

  private static Criterion criterion(int number, String letter, Trust trust) {
    return new Criterion(
        letter,
        text("standards.criterion." + number + letter),
        "standard " + number + letter + ", " + ANNEX,
        trust);
  }

  private static <T> Parameter<T> figure(T value, String source) {
    return new Parameter<>(value, DECREE, null, ANNEX, text(source), Trust.SECONDARY);
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, key, arguments);
  }
}
