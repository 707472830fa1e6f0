package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;

/**
 * What the duties of this pack say in the same way: of most of them § 47a and § 47b were read as of
 * 1 January 2023, and the wording in force since 2025 is known from one author's reading.
 */
final class Said {
  static final String ACT = ", zákon č. 359/1999 Sb.";

  /** Agreements on foster care exist since the amendment 401/2012 Sb. */
  static final LocalDate AGREEMENTS = LocalDate.of(2013, 1, 1);

  /** Last day before the amendment 242/2024 Sb. */
  static final LocalDate FORMER_UNTIL = LocalDate.of(2024, 12, 31);

  static final LocalDate AMENDMENT = LocalDate.of(2025, 1, 1);

  private Said() {}

  /** Read at a public source, and no source says that it has changed. */
  static <T> Parameter<T> read(T value, String paragraph, String source) {
    return new Parameter<>(value, AGREEMENTS, null, paragraph + ACT, text(source), Trust.VERIFIED);
  }

  /** Read at a public source, and changed with the amendment. */
  static <T> Parameter<T> formerly(T value, String paragraph, String source) {
    return new Parameter<>(
        value, AGREEMENTS, FORMER_UNTIL, paragraph + ACT, text(source), Trust.VERIFIED);
  }

  /** One author's reading of the wording in force since the amendment. */
  static <T> Parameter<T> reading(T value, String paragraph, String source) {
    return new Parameter<>(value, AMENDMENT, null, paragraph + ACT, text(source), Trust.SECONDARY);
  }

  /** The same figure as a rule of another kind takes it. */
  static <T, R> List<Parameter<R>> as(List<Parameter<T>> dated, Function<T, R> value) {
    return dated.stream()
        .map(
            one ->
                new Parameter<>(
                    value.apply(one.value()),
                    one.from(),
                    one.until(),
                    one.paragraph(),
                    one.source(),
                    one.trust()))
        .toList();
  }

  /** Sentences of something that has to follow by a day. */
  static DeadlineRule.Reasons reasons(String key) {
    return new DeadlineRule.Reasons(
        CzechLaw.TEXTS, key + ".running", key + ".due-soon", key + ".overdue", key + ".unknown");
  }

  /**
   * @param key of the title
   */
  static <T> List<LawFigure> figures(
      String id, String key, List<Parameter<T>> dated, Function<T, Text> value) {
    List<LawFigure> figures = new ArrayList<>();
    dated.forEach(one -> figures.add(new LawFigure(id, text(key), value.apply(one.value()), one)));
    return figures;
  }

  static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, key, arguments);
  }
}
