package org.opora.itest.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.opora.driver.Distribution;

/** A register without faults, as a spreadsheet saves it, whose families are nobody else's. */
public final class MadeRegister {
  /** Of one child each; several steps of the import, which writes ten families at a time. */
  public static final int FAMILIES = 60;

  private static final int MODULUS = 11;
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d. M. uuuu");
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(2010, 1, 1);

  private final int number;
  private final Path file;

  private MadeRegister(int number, Path file) {
    this.number = number;
    this.file = file;
  }

  /** Registers of different numbers have nothing in common. */
  public static MadeRegister number(int number) {
    Path file = Distribution.freshData("register").resolveSibling("register-" + number + ".csv");
    MadeRegister register = new MadeRegister(number, file);
    try {
      Files.writeString(file, register.text(), StandardCharsets.UTF_8);
      return register;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public Path file() {
    return file;
  }

  public int rows() {
    return FAMILIES;
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            "Spis č.;Pěstounka – příjmení;Pěstounka – jméno;Pěstounka – dat. nar.;Ulice a č.p.;Obec;PSČ;"
                + "Typ PP;Dítě – příjmení;Dítě – jméno;Dítě – rodné číslo;Svěřeno do péče dne;"
                + "Dohoda uzavřena dne;Poslední osobní styk\n");
    for (int family = 0; family < FAMILIES; family++) {
      text.append(row(family)).append('\n');
    }
    return text.toString();
  }

  private String row(int family) {
    String name = "Nov" + letters(number) + "č" + letters(family) + "ová";
    LocalDate born = FIRST_BIRTHDAY.plusDays(family * 31L);
    return String.join(
        ";",
        String.format("%03d/%d", family + 1, 1000 + number),
        name,
        "Alena",
        TYPED.format(LocalDate.of(1975, 1, 1).plusDays(family * 41L + number)),
        "Dlouhá " + (family + 1),
        "Opava",
        "746 01",
        "dlouhodobá",
        name,
        "Klára",
        birthNumber(born, number * FAMILIES + family),
        TYPED.format(LocalDate.of(2022, 3, 1).plusDays(family)),
        TYPED.format(LocalDate.of(2022, 2, 1).plusDays(family)),
        TYPED.format(LocalDate.of(2026, 9, 1).plusDays(family % 28)));
  }

  /** Of a girl; the first one from this ending on that can be divided as the law asks. */
  private static String birthNumber(LocalDate born, int ending) {
    String day =
        String.format(
            "%02d%02d%02d", born.getYear() % 100, born.getMonthValue() + 50, born.getDayOfMonth());
    for (int tried = ending * MODULUS; ; tried++) {
      String number = day + String.format("%04d", tried % 10_000);
      if (Long.parseLong(number) % MODULUS == 0) {
        return number.substring(0, 6) + "/" + number.substring(6);
      }
    }
  }

  private static String letters(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> String.valueOf("aeioubdkmt".charAt(digit - '0')))
        .reduce("", String::concat);
  }
}
