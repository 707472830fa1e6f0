package org.opora.testkit;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A register far larger than a centre's, in the shape of the sample: Windows-1250, semicolons, one
 * row for each child, two styles of dates, decimal commas, line breaks in notes, and some faults of
 * which it says where they are. The same number of rows is the same file, always.
 *
 * @param content the file
 * @param families how many agreements it holds
 * @param planted the faults, in the order of the file
 */
public record LargeRegister(byte[] content, int families, List<Fault> planted) {
  private static final String HEADER =
      "Spis č.;Pěstoun – příjmení;Pěstoun – jméno;Pěstoun – dat. nar.;Pěstounka – příjmení;"
          + "Pěstounka – jméno;Pěstounka – dat. nar.;Ulice a č.p.;Obec;PSČ;Telefon;E-mail;Typ PP;"
          + "Dítě – příjmení;Dítě – jméno;Dítě – rodné číslo;Svěřeno do péče dne;Č.j. rozsudku;OSPOD;"
          + "Dohoda uzavřena dne;Dohoda ukončena dne;Klíčový pracovník;Poslední osobní styk;"
          + "Vzdělávání – hodin za posledních 12 měs.;Respit 2026 – dnů;Poznámka";
  private static final String[] SURNAMES = {
    "Novák", "Dvořák", "Čermák", "Pospíšil", "Růžič", "Šťastn", "Křížek", "Žáček", "Ďuriš", "Kučer"
  };
  private static final String[] MEN = {"Jan", "Řehoř", "Květoslav", "Lukáš", "Ondřej", "Zdeněk"};
  private static final String[] WOMEN = {
    "Žofie", "Alžběta", "Kateřina", "Růžena", "Eliška", "Hana"
  };
  private static final String[] TOWNS = {"Nový Jičín", "Ostrava", "Třinec", "Český Těšín", "Opava"};
  private static final String[] CODES = {"741 01", "702 00", "739 61", "737 01", "746 01"};
  private static final String[] KINDS = {"dlouhodobá", "příbuzenská", "poručník – osobní péče"};
  private static final String[] WORKERS = {
    "Bc. Jana Tichá", "Mgr. Petr Bílek", "Bc. Šimon Ryba, DiS.", "Mgr. Alžběta Žáčková"
  };
  private static final String[] HOURS = {"24", "18", "26,5", "7,25", "0"};

  /** A fault and the number of the record it stands in, the header being 1. */
  public record Fault(int row, String code, String value) {}

  /** Makes a register of this many rows. */
  public static LargeRegister of(int rows) {
    return new Writer(rows).write();
  }

  private static final class Writer {
    private static final int BAD_DATE = 97;
    private static final int BAD_NUMBER = 89;
    private static final int TWICE = 101;
    private static final int NOTE = 25;
    private final Random random = new Random(1);
    private final int rows;
    private final StringBuilder text = new StringBuilder(HEADER).append("\r\n");
    private final List<Fault> planted = new ArrayList<>();
    private String[] earlier;
    private int row = 1;
    private final Set<Long> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private Writer(int rows) {
      this.rows = rows;
    }

    private LargeRegister write() {
      int families = 0;
      while (row <= rows) {
        family(++families);
      }
      return new LargeRegister(
          text.toString().getBytes(Charset.forName("windows-1250")), families, planted);
    }

    private void family(int number) {
      LocalDate concluded = LocalDate.of(2015, 1, 10).plusDays(random.nextInt(4000));
      String surname = surname();
      boolean alone = random.nextInt(4) == 0;
      String woman = pick(WOMEN);
      String[] common = {
        number + "/" + concluded.getYear(),
        alone ? "" : surname,
        alone ? "" : pick(MEN),
        alone ? "" : styled(birth(number, 0)),
        surname + "ová",
        woman,
        styled(birth(number, 1)),
        pick(new String[] {"Nádražní ", "Školní ", "Příčná "}) + (1 + random.nextInt(2000)),
        "",
        "",
        String.format(
            Locale.ROOT, "+420 6%02d %03d %03d", number % 100, number / 1000, number % 1000),
        "rodina" + number + "@example.org",
        pick(KINDS)
      };
      int town = random.nextInt(TOWNS.length);
      common[8] = TOWNS[town];
      common[9] = CODES[town];
      int children = Math.min(1 + random.nextInt(3), rows - row + 1);
      for (int child = 0; child < children; child++) {
        row(number, child, children, common, concluded);
      }
    }

    private void row(int number, int child, int children, String[] common, LocalDate concluded) {
      row++;
      String[] who = child(number, child, concluded);
      String signed = styled(concluded);
      if (child == 0 && children > 1 && number % BAD_DATE == 0) {
        signed = "31. 2. " + concluded.getYear();
        planted.add(new Fault(row, "invalid-date", signed));
      }
      List<String> cells = new ArrayList<>(List.of(common));
      cells.addAll(List.of(who));
      cells.add(styled(concluded.minusDays(15)));
      cells.add((1 + number % 40) + " P " + (1 + number % 300) + "/" + concluded.getYear());
      cells.add("OSPOD " + common[8]);
      cells.add(signed);
      cells.add("");
      cells.add(WORKERS[number % WORKERS.length]);
      cells.add(styled(LocalDate.of(2026, 8, 1).plusDays(number % 60)));
      cells.add(HOURS[number % HOURS.length]);
      cells.add(String.valueOf(number % 15));
      cells.add(row % NOTE == 0 ? "\"Pozor, \"\"volat\"\" předem;\nraději dopoledne\"" : "");
      text.append(String.join(";", cells)).append("\r\n");
    }

    /** Surname, first name and birth number. */
    private String[] child(int number, int child, LocalDate concluded) {
      boolean girl = random.nextBoolean();
      LocalDate born = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(1800));
      if (!born.isBefore(concluded)) {
        born = concluded.minusDays(400);
      }
      String[] who = {surname() + (girl ? "ová" : ""), girl ? pick(WOMEN) : pick(MEN), ""};
      while (!names.add(who[0] + who[1] + born)) {
        who[0] = surname() + (girl ? "ová" : "");
      }
      who[2] = number(born, girl);
      if (child == 0 && number % BAD_NUMBER == 0) {
        who[2] = who[2].substring(0, 10) + (who[2].charAt(10) == '9' ? '8' : '9');
        planted.add(new Fault(row, "national-id-checksum", who[2]));
      } else if (child == 0 && number % TWICE == 0) {
        planted.add(new Fault(row, "possible-duplicate", earlier[2]));
        return earlier;
      } else if (child == 0 && number % TWICE == 1) {
        earlier = who;
      }
      return who;
    }

    /** A birth number that passes the check and occurs once. */
    private String number(LocalDate born, boolean girl) {
      long six =
          (born.getYear() % 100) * 10_000L
              + (born.getMonthValue() + (girl ? 50 : 0)) * 100L
              + born.getDayOfMonth();
      long all = six * 10_000;
      all += (11 - all % 11) % 11;
      while (!numbers.add(all)) {
        all += 11;
      }
      return String.format(Locale.ROOT, "%06d/%04d", all / 10_000, all % 10_000);
    }

    private String surname() {
      return pick(SURNAMES) + pick(SURNAMES).toLowerCase(Locale.ROOT).substring(0, 3);
    }

    /** No two carers are born on the same day, or people of one name would seem to be one. */
    private static LocalDate birth(int family, int slot) {
      return LocalDate.of(1955, 1, 1).plusDays((family * 2L + slot) % 13_000);
    }

    private String styled(LocalDate day) {
      return random.nextBoolean()
          ? String.format(
              Locale.ROOT, "%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
          : day.getDayOfMonth() + ". " + day.getMonthValue() + ". " + day.getYear();
    }

    private String pick(String[] some) {
      return some[random.nextInt(some.length)];
    }
  }
}
