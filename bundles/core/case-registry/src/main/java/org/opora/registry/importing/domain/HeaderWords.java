package org.opora.registry.importing.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises columns by the words of their headers, in Czech, Polish and English, whatever their
 * order. A clue is a list of word beginnings that must all occur; the clue with the most words
 * wins, and each header gets one meaning at most.
 */
public final class HeaderWords {
  /** {@code =word} must be the whole word, {@code !word} must not occur. */
  private record Clue(Column column, String[] words) {
    boolean fits(String[] header) {
      for (String word : words) {
        if (word.startsWith("!") == occurs(word.replace("!", ""), header)) {
          return false;
        }
      }
      return true;
    }

    private static boolean occurs(String word, String[] header) {
      for (String part : header) {
        if (word.startsWith("=") ? part.equals(word.substring(1)) : part.startsWith(word)) {
          return true;
        }
      }
      return false;
    }

    int weight() {
      int weight = 0;
      for (String word : words) {
        weight += word.startsWith("!") ? 0 : 1;
      }
      return weight;
    }
  }

  private record Fit(int place, Clue clue) {}

  private static final String[] FAMILY = {"prijmeni", "nazwisk", "surname", "family", "last"};
  private static final String[] GIVEN = {
    "=jmeno !prijmeni", "krestni", "=imie !nazwisk", "=imiona", "given", "first", "forename"
  };
  private static final String[] BIRTH = {
    "dat nar !cislo",
    "narozen !cislo",
    "=nar !cislo",
    "data urodz",
    "urodz",
    "birth !number",
    "born",
    "=dob"
  };
  private static final String[] NATIONAL_ID = {
    "rodne cislo", "=rc", "rod cislo", "pesel", "birth number", "national id", "=id"
  };
  private static final String[] CARER1 = {
    "=pestoun",
    "=pestoun1",
    "pestoun 1",
    "pecujici !2",
    "poruc !2",
    "carer !2 !second",
    "=father",
    "=foster father",
    "rodzic !2",
    "opiekun !2 !opiekunka",
    "manzel !manzelka !2",
    "=maz",
    "guardian !2"
  };
  private static final String[] CARER2 = {
    "pestounk",
    "=pestoun2",
    "pestoun 2",
    "pecujici 2",
    "carer 2",
    "second carer",
    "=mother",
    "foster mother",
    "rodzic 2",
    "opiekun 2",
    "opiekunka",
    "manzelk",
    "=zona",
    "partner",
    "guardian 2"
  };
  private static final String[] CHILD = {"dite", "ditete", "dziec", "child"};

  private static final List<Clue> CLUES = clues();

  private HeaderWords() {}

  public static Columns recognise(List<String> headers) {
    List<Fit> fits = new ArrayList<>();
    for (int place = 0; place < headers.size(); place++) {
      String[] words = Folded.words(headers.get(place));
      for (Clue clue : CLUES) {
        if (words.length > 0 && clue.fits(words)) {
          fits.add(new Fit(place, clue));
        }
      }
    }
    fits.sort((a, b) -> b.clue().weight() - a.clue().weight());
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Fit fit : fits) {
      if (!places.containsValue(fit.place())) {
        places.putIfAbsent(fit.clue().column(), fit.place());
      }
    }
    return new Columns(headers, places);
  }

  private static List<Clue> clues() {
    List<Clue> all = new ArrayList<>();
    all.addAll(
        person(
            CARER1,
            Column.CARER1_FAMILY,
            Column.CARER1_GIVEN,
            Column.CARER1_BIRTH,
            Column.CARER1_NATIONAL_ID));
    all.addAll(
        person(
            CARER2,
            Column.CARER2_FAMILY,
            Column.CARER2_GIVEN,
            Column.CARER2_BIRTH,
            Column.CARER2_NATIONAL_ID));
    all.addAll(
        person(
            CHILD,
            Column.CHILD_FAMILY,
            Column.CHILD_GIVEN,
            Column.CHILD_BIRTH,
            Column.CHILD_NATIONAL_ID));
    add(
        all,
        Column.FILE_NUMBER,
        "=spis",
        "spis c",
        "cislo spisu",
        "spisova znacka",
        "evidencni cislo",
        "cislo dohody",
        "nr akt",
        "numer akt",
        "numer sprawy",
        "nr sprawy",
        "teczk",
        "file",
        "file number",
        "file no",
        "case",
        "case number",
        "case no");
    add(
        all,
        Column.STREET,
        "ulice",
        "ulic",
        "street",
        "adres !mail !town",
        "address !mail",
        "bydlist");
    add(
        all,
        Column.TOWN,
        "obec !urad",
        "mesto",
        "miasto",
        "miejscowosc",
        "town",
        "city",
        "village");
    add(all, Column.POSTAL_CODE, "=psc", "kod pocztowy", "postal", "postcode", "post code", "=zip");
    add(all, Column.PHONE, "telefon", "=tel", "mobil", "phone", "komorka");
    add(all, Column.EMAIL, "=e mail", "email", "mail");
    add(
        all,
        Column.CARE_KIND,
        "=typ =pp",
        "=druh =pp",
        "typ pece",
        "druh pece",
        "typ pestoun pece",
        "druh pestoun pece",
        "forma pece",
        "rodzaj pieczy",
        "typ pieczy",
        "forma pieczy",
        "rodzaj opieki",
        "type care",
        "kind care",
        "care type");
    add(all, Column.MEDIATED, "zprostredkovan", "nezprostredkovan", "mediated", "posredni");
    add(
        all,
        Column.PLACED_ON,
        "sveren",
        "sveren pece",
        "svereno do pece",
        "umisten",
        "umieszczon",
        "umieszczenia",
        "przyjec",
        "placed",
        "placement !end !left !until",
        "placement date !end",
        "placement start",
        "placement from",
        "entrusted",
        "prijet do pece",
        "v peci od",
        "data umieszczenia");
    add(
        all,
        Column.LEFT_ON,
        "pece ukoncena",
        "konec pece",
        "ukonceni pece",
        "pobyt ukoncen",
        "v peci do",
        "odchod ditete",
        "data opuszczenia",
        "koniec pieczy",
        "placement end",
        "placement until",
        "left",
        "left care");
    add(
        all,
        Column.COURT_REFERENCE,
        "=cj",
        "=c =j",
        "=c =j rozsud",
        "rozsud",
        "usneseni",
        "rozhodnuti soud",
        "spisova znacka soud",
        "sygnatur",
        "postanowien",
        "court",
        "court reference",
        "judgment",
        "judgement");
    add(
        all,
        Column.AUTHORITY,
        "ospod",
        "=orp",
        "obec urad",
        "pcpr",
        "mopr",
        "mops",
        "authority",
        "child protection");
    add(
        all,
        Column.CONCLUDED_ON,
        "dohod uzavren",
        "uzavreni dohod",
        "datum dohod !ukonc",
        "dohod od",
        "umow zawart",
        "zawarcia umow",
        "data umow !rozwiaz !zakoncz",
        "agreement conclu",
        "agreement sign",
        "agreement date !end",
        "agreement from",
        "agreement start");
    add(
        all,
        Column.ENDED_ON,
        "dohod ukoncen",
        "ukonceni dohod",
        "konec dohod",
        "dohod do",
        "umow rozwiaz",
        "umow zakoncz",
        "rozwiazania umow",
        "zakonczenia umow",
        "agreement end",
        "agreement until",
        "agreement terminat");
    add(
        all,
        Column.KEY_WORKER,
        "klicov",
        "klicov pracov",
        "klicov osoba",
        "koordynator",
        "key worker",
        "worker !deputy",
        "social worker");
    add(all, Column.DEPUTY, "zastup", "zastepc", "deputy", "substitute");
    add(
        all,
        Column.LAST_CONTACT,
        "posledni styk",
        "posledni kontakt",
        "posledni navstev",
        "posledni osob styk",
        "osobni kontakt",
        "ostatni kontakt",
        "ostatni wizyt",
        "last contact",
        "last visit",
        "last personal contact");
    add(
        all,
        Column.EDUCATION_HOURS,
        "vzdelav",
        "vzdelav hod",
        "skolen hodin",
        "szkoleni",
        "szkolen godzin",
        "education",
        "training",
        "training hours",
        "education hours");
    add(
        all,
        Column.RESPITE_DAYS,
        "respit",
        "respit dn",
        "odlehc",
        "respite",
        "respite days",
        "urlop",
        "odciaz");
    add(all, Column.NOTE, "poznam", "uwag", "notat", "note", "notes", "remark", "comment");
    return List.copyOf(all);
  }

  private static List<Clue> person(
      String[] who, Column family, Column given, Column birth, Column nationalId) {
    List<Clue> clues = new ArrayList<>();
    Map<Column, String[]> what =
        Map.of(family, FAMILY, given, GIVEN, birth, BIRTH, nationalId, NATIONAL_ID);
    what.forEach(
        (column, words) -> {
          for (String one : who) {
            for (String word : words) {
              add(clues, column, one + " " + word);
            }
          }
        });
    return clues;
  }

  private static void add(List<Clue> clues, Column column, String... phrases) {
    for (String phrase : phrases) {
      Set<String> words =
          Stream.of(phrase.split(" "))
              .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
      clues.add(new Clue(column, words.toArray(String[]::new)));
    }
  }
}
