package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RetentionLaw;
import org.opora.api.duties.spi.RetentionLaw.Kept;
import org.opora.api.files.FileKind;
import org.opora.api.text.Text;

/**
 * How long closed files are kept, Act 499/2004 Sb. How the years are counted was read at a public
 * source; how many there are, no source says for files of a mandated body: the numbers are a
 * proposal for the plan of the centre, and the marks say so.
 */
final class Keeping {
  private static final String PLAN = "zákon č. 499/2004 Sb., skartační plán střediska";
  private static final LocalDate FROM = LocalDate.of(2005, 1, 1);
  private static final int YEARS = 15;
  private static final int AGE = 25;

  private Keeping() {}

  static RetentionLaw law() {
    Set<FileKind> families = EnumSet.of(FileKind.FOSTER_FAMILY);
    return new RetentionLaw(
        List.of(
            kept("families", families, Trust.SECONDARY),
            kept("others", EnumSet.complementOf(EnumSet.copyOf(families)), Trust.UNVERIFIED)));
  }

  private static Kept kept(String code, Set<FileKind> kinds, Trust trust) {
    return new Kept(
        "cz." + code,
        text("keeping." + code),
        kinds,
        List.of(figure(YEARS, code, "years", trust)),
        List.of(figure(AGE, code, "age", Trust.UNVERIFIED)));
  }

  private static Parameter<Integer> figure(int value, String code, String what, Trust trust) {
    return new Parameter<>(
        value, FROM, null, PLAN, text("keeping." + code + "." + what + ".source"), trust);
  }

  static List<LawFigure> figures(RetentionLaw law) {
    List<LawFigure> figures = new ArrayList<>();
    for (Kept kept : law.classes()) {
      String id = "cz.keeping." + kept.code().substring("cz.".length());
      kept.years()
          .forEach(
              one ->
                  figures.add(
                      new LawFigure(
                          id + ".years",
                          kept.title(),
                          text("keeping.years.value", one.value()),
                          one)));
      kept.childAge()
          .forEach(
              one ->
                  figures.add(
                      new LawFigure(
                          id + ".age", kept.title(), text("keeping.age.value", one.value()), one)));
    }
    return figures;
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, key, arguments);
  }
}
