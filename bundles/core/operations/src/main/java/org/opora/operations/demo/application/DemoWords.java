package org.opora.operations.demo.application;

import java.util.List;
import java.util.Random;

/** Words of the made-up families: common names, and notes in which nothing grave happens. */
final class DemoWords {
  /** He, she, and the family on the cover of its file. */
  static final List<String[]> FAMILIES =
      List.of(
          name("Novák", "Nováková", "Novákovi"),
          name("Svoboda", "Svobodová", "Svobodovi"),
          name("Dvořák", "Dvořáková", "Dvořákovi"),
          name("Černý", "Černá", "Černých"),
          name("Procházka", "Procházková", "Procházkovi"),
          name("Kučera", "Kučerová", "Kučerovi"),
          name("Veselý", "Veselá", "Veselých"),
          name("Horák", "Horáková", "Horákovi"),
          name("Němec", "Němcová", "Němcovi"),
          name("Marek", "Marková", "Markovi"),
          name("Pospíšil", "Pospíšilová", "Pospíšilovi"),
          name("Hájek", "Hájková", "Hájkovi"),
          name("Jelínek", "Jelínková", "Jelínkovi"),
          name("Král", "Králová", "Královi"),
          name("Růžička", "Růžičková", "Růžičkovi"),
          name("Fiala", "Fialová", "Fialovi"),
          name("Sedláček", "Sedláčková", "Sedláčkovi"),
          name("Doležal", "Doležalová", "Doležalovi"),
          name("Zeman", "Zemanová", "Zemanovi"),
          name("Kolář", "Kolářová", "Kolářovi"),
          name("Krejčí", "Krejčí", "Krejčí"),
          name("Navrátil", "Navrátilová", "Navrátilovi"),
          name("Čermák", "Čermáková", "Čermákovi"),
          name("Vaněk", "Vaňková", "Vaňkovi"),
          name("Urban", "Urbanová", "Urbanovi"),
          name("Blažek", "Blažková", "Blažkovi"),
          name("Kříž", "Křížová", "Křížovi"),
          name("Kovář", "Kovářová", "Kovářovi"),
          name("Bartoš", "Bartošová", "Bartošovi"),
          name("Vlček", "Vlčková", "Vlčkovi"),
          name("Polák", "Poláková", "Polákovi"),
          name("Musil", "Musilová", "Musilovi"),
          name("Šťastný", "Šťastná", "Šťastných"),
          name("Malý", "Malá", "Malých"),
          name("Říha", "Říhová", "Říhovi"),
          name("Chalupa", "Chalupová", "Chalupovi"),
          name("Holub", "Holubová", "Holubovi"),
          name("Staněk", "Staňková", "Staňkovi"),
          name("Kadlec", "Kadlecová", "Kadlecovi"),
          name("Žák", "Žáková", "Žákovi"));

  static final List<String> WOMEN =
      List.of(
          "Marie",
          "Jana",
          "Eva",
          "Hana",
          "Anna",
          "Věra",
          "Alena",
          "Lenka",
          "Kateřina",
          "Ludmila",
          "Jitka",
          "Zdeňka",
          "Ivana",
          "Monika",
          "Šárka",
          "Božena");

  static final List<String> MEN =
      List.of(
          "Jiří",
          "Jan",
          "Petr",
          "Josef",
          "Pavel",
          "Martin",
          "Tomáš",
          "Miroslav",
          "Zdeněk",
          "Václav",
          "Karel",
          "Milan",
          "Luboš",
          "Radek",
          "Stanislav",
          "Ondřej");

  static final List<String> GIRLS =
      List.of(
          "Tereza",
          "Adéla",
          "Natálie",
          "Eliška",
          "Karolína",
          "Anežka",
          "Klára",
          "Barbora",
          "Sofie",
          "Viktorie",
          "Ema",
          "Julie",
          "Nela",
          "Magdaléna",
          "Rozálie",
          "Stela");

  static final List<String> BOYS =
      List.of(
          "Jakub", "Adam", "Matyáš", "Vojtěch", "Filip", "Dominik", "Šimon", "Daniel", "Lukáš",
          "Kryštof", "Tobiáš", "Antonín", "Matěj", "Štěpán", "Samuel", "Prokop");

  static final List<String> STREETS =
      List.of(
          "Lipová",
          "Nádražní",
          "Školní",
          "Zahradní",
          "Husova",
          "Komenského",
          "Na Výsluní",
          "Polní",
          "Krátká",
          "Jiráskova",
          "Pod Lesem",
          "Luční");

  static final List<String> TOWNS =
      List.of(
          "Humpolec",
          "Pelhřimov",
          "Jihlava",
          "Třebíč",
          "Havlíčkův Brod",
          "Telč",
          "Pacov",
          "Světlá nad Sázavou",
          "Ledeč nad Sázavou",
          "Polná");

  static final List<String> NOTES =
      List.of(
          "Návštěva proběhla v klidu. Probrali jsme rozvrh na příští měsíc a termín vzdělávání.",
          "Rodina se chystá na dovolenou. Domluvili jsme se na respitu o prázdninách.",
          "Děti ukazovaly pokoj a výkresy. Pěstouni popsali, jak probíhá příprava do školy.",
          "Řešili jsme dojíždění do školy a kroužek. Dohodli jsme další postup.",
          "Rodina je spokojená. Požádala o seminář o dospívání.",
          "Prošli jsme plán podpory a doplnili cíle na další půlrok.",
          "Mluvili jsme o chystaném setkání s babičkou a o tom, co dětem předem říct.",
          "Zkontrolovali jsme, které doklady budou potřeba k úřadu. Bez dalších přání.",
          "Povídali jsme si u oběda. Děti se těší na tábor.",
          "Domluvili jsme se na termínu návštěvy ve škole s třídní učitelkou.");

  /** In years; before that one only sees what a child wants. */
  static final int SPEAKS = 3;

  private static final int AT_SCHOOL = 7;

  private static final List<String> SEEN =
      List.of(
          "Směje se na pěstounku a hledá ji očima.",
          "Drží se u pěstouna, k cizím jde až po chvíli.",
          "Hraje si s kostkami a každou ukazuje.",
          "Při loučení mává a usmívá se.",
          "Na otázku po mámě přinese její fotku.");

  private static final List<String> SMALL =
      List.of(
          "Chci, aby přišla i babička.",
          "Ve školce mám kamaráda Kubu.",
          "Doma máme morče, krmím ho.",
          "V noci chci nechat rozsvíceno.",
          "Je mi tady dobře.",
          "S tetou pečeme, to mě baví.");

  private static final List<String> VIEWS =
      List.of(
          "Ve škole se mi líbí, nejradši mám výtvarku.",
          "Fotbal mě baví, jen škoda, že v zimě není.",
          "Těším se na tábor, jen nevím, s kým budu v chatce.",
          "S tetou pečeme, to mě baví.",
          "Brácha mi chybí. Kdy se zase uvidíme?",
          "Je mi tady dobře.",
          "Matematika je těžká, ale strejda mi pomáhá.",
          "Nejvíc si přeju psa, ale musíme se ještě domluvit.",
          "Mám novou kamarádku z vedlejšího domu.",
          "Nechci měnit školu.");

  static final List<String> NOT_ALONE =
      List.of(
          "Dítě usnulo před koncem návštěvy.",
          "Dítě si přálo, aby u rozhovoru byla pěstounka.",
          "Sourozenci chtěli mluvit společně.",
          "Dítě odcházelo na kroužek.");

  private DemoWords() {}

  /** What a child of this age says, or shows. */
  static List<String> views(int age) {
    if (age < SPEAKS) {
      return SEEN;
    }
    return age < AT_SCHOOL ? SMALL : VIEWS;
  }

  static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String[] name(String he, String she, String family) {
    return new String[] {he, she, family};
  }
}
