package org.opora.benchmark.data;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A centre's register as its spreadsheet saves it: Windows-1250, semicolons, one row per child, the
 * columns of the family repeated, two date styles, decimal commas, line breaks in notes.
 */
public final class RegisterFile {
  private static final Charset WINDOWS = Charset.forName("windows-1250");
  private static final String HEADER =
      "Spis č.;Pěstoun – příjmení;Pěstoun – jméno;Pěstoun – dat. nar.;Pěstounka – příjmení;Pěstounka – jméno;"
          + "Pěstounka – dat. nar.;Ulice a č.p.;Obec;PSČ;Telefon;E-mail;Typ PP;Dítě – příjmení;Dítě – jméno;"
          + "Dítě – rodné číslo;Svěřeno do péče dne;Č.j. rozsudku;OSPOD;Dohoda uzavřena dne;Dohoda ukončena dne;"
          + "Klíčový pracovník;Poslední osobní styk;Vzdělávání – hodin za posledních 12 měs.;Respit %d – dnů;Poznámka";
  private static final List<String> STREETS =
      List.of("Nádražní", "Úzká", "Sokolská", "Komenského", "Na Příkopě", "Říční", "Školní");
  private static final List<String> TOWNS =
      List.of("Nový Jičín", "Frýdek-Místek", "Kopřivnice", "Příbor", "Třinec", "Český Těšín");
  private static final List<String> KINDS =
      List.of("dlouhodobá", "příbuzenská", "na přechodnou dobu");
  private static final List<String> WORKERS =
      List.of("Bc. Šimon Ryba, DiS.", "Mgr. Alžběta Žáčková", "Bc. Jana Tichá", "Mgr. Jiří Říha");
  private static final String END = "\r\n";

  private final SplittableRandom random = new SplittableRandom(10_000);
  private final LocalDate today;

  public RegisterFile(LocalDate today) {
    this.today = today;
  }

  /**
   * @param rows rows besides the header
   */
  public void write(Path file, int rows) throws IOException {
    FamilyMaker maker = new FamilyMaker(today, false);
    try (Writer out = Files.newBufferedWriter(file, WINDOWS)) {
      out.write(String.format(HEADER, today.getYear()) + END);
      int written = 0;
      for (int number = 0; written < rows; number++) {
        Family family = maker.make(number);
        String cover = cover(family);
        String ends = ends(family);
        for (Family.Child child : family.children()) {
          if (written < rows) {
            out.write(cover + child(child) + ends + END);
            written++;
          }
        }
      }
    }
  }

  private String cover(Family family) {
    Family.Member he = family.carers().size() > 1 ? family.carers().get(0) : null;
    Family.Member she = family.carers().get(family.carers().size() - 1);
    return cells(
        family.number(),
        he == null ? "" : he.family(),
        he == null ? "" : he.given(),
        he == null ? "" : date(he.born()),
        she.family(),
        she.given(),
        date(she.born()),
        pick(STREETS) + " " + (1 + random.nextInt(2_000)),
        pick(TOWNS),
        "74" + random.nextInt(10) + " 0" + (1 + random.nextInt(9)),
        "+420 6" + two() + " " + (100 + random.nextInt(900)) + " " + (100 + random.nextInt(900)),
        Names.folded(she.given() + "." + she.family()).replace(' ', '.')
            + family.turn()
            + "@example.org",
        pick(KINDS));
  }

  private String child(Family.Child child) {
    return cells(
        child.who().family(),
        child.who().given(),
        birthNumber(child.who()),
        date(child.placed()),
        (1 + random.nextInt(40)) + " P " + random.nextInt(400) + "/" + child.placed().getYear());
  }

  private String ends(Family family) {
    String note =
        random.nextInt(12) == 0
            ? "\"Matka \"\"volala\"\" ve čtvrtek; pozor" + END + "utajit!\""
            : "";
    return cells(
            "OSPOD " + pick(TOWNS),
            date(family.since()),
            "",
            pick(WORKERS),
            date(today.minusDays(random.nextInt(80))),
            random.nextInt(4) == 0 ? "26,5" : Integer.toString(random.nextInt(30)),
            Integer.toString(random.nextInt(15)))
        + note;
  }

  /** Day, month (of girls plus fifty), and a check digit that makes it divisible by eleven. */
  private String birthNumber(Family.Member who) {
    LocalDate born = who.born();
    int month =
        born.getMonthValue() + (who.given().endsWith("a") || who.given().endsWith("e") ? 50 : 0);
    String day = String.format("%02d%02d%02d", born.getYear() % 100, month, born.getDayOfMonth());
    while (true) {
      String nine = day + String.format("%03d", random.nextInt(1_000));
      long rest = Long.parseLong(nine) % 11;
      if (rest < 10) {
        return day + "/" + nine.substring(6) + rest;
      }
    }
  }

  private String date(LocalDate day) {
    return random.nextBoolean()
        ? String.format("%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
        : day.getDayOfMonth() + ". " + day.getMonthValue() + ". " + day.getYear();
  }

  private String two() {
    return String.format("%02d", random.nextInt(100));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static String cells(String... values) {
    return String.join(";", values) + ";";
  }
}
