package org.opora.benchmark.data;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Czech names, a few of them on very many people and many of them on a few, as in life. */
final class Names {
  private static final List<String> COMMON =
      List.of(
          "Novák",
          "Svoboda",
          "Novotný",
          "Dvořák",
          "Černý",
          "Procházka",
          "Kučera",
          "Veselý",
          "Horák",
          "Němec",
          "Pokorný",
          "Pospíšil",
          "Marek",
          "Hájek",
          "Jelínek",
          "Král",
          "Růžička",
          "Beneš",
          "Fiala",
          "Sedláček",
          "Doležal",
          "Zeman",
          "Kolář",
          "Navrátil",
          "Čermák",
          "Vaněk",
          "Urban",
          "Blažek",
          "Kříž",
          "Kovář",
          "Kratochvíl",
          "Bartoš",
          "Vlček",
          "Polák",
          "Musil",
          "Kopecký",
          "Šimek",
          "Konečný",
          "Malý",
          "Holub",
          "Čech",
          "Staněk",
          "Kadlec",
          "Štěpánek",
          "Dostál",
          "Soukup",
          "Šťastný",
          "Mareš",
          "Moravec",
          "Sýkora",
          "Tichý",
          "Valenta",
          "Vávra",
          "Matoušek",
          "Bláha",
          "Říha",
          "Ševčík",
          "Bureš",
          "Hruška",
          "Mašek",
          "Pavlík",
          "Dušek",
          "Hrubý",
          "Havlíček",
          "Janda",
          "Mach",
          "Liška",
          "Bednář",
          "Žák");
  private static final List<String> BEGINNINGS =
      List.of(
          "Bar", "Bou", "Bře", "Cha", "Chlou", "Čap", "Dra", "Dub", "Fra", "Had", "Hla", "Hol",
          "Hor", "Hou", "Hřeb", "Jav", "Jez", "Jiř", "Kal", "Kar", "Klim", "Kno", "Koč", "Kos",
          "Kou", "Kub", "Lán", "Leb", "Lud", "Mal", "Mik", "Mou", "Mráz", "Neč", "Ond", "Pal",
          "Pech", "Pil", "Plach", "Pod", "Rad", "Rez", "Roz", "Ryb", "Řez", "Sek", "Sla", "Smet",
          "Sob", "Srb", "Stod", "Střel", "Šaf", "Škop", "Šled", "Tom", "Tvr", "Vac", "Val", "Vod",
          "Vrb", "Záv", "Zim", "Žid");
  private static final List<String> ENDINGS =
      List.of(
          "áček", "ák", "al", "áň", "ář", "ásek", "ec", "eček", "ečka", "ejš", "ek", "enda", "er",
          "era", "ík", "íček", "il", "ín", "inka", "ka", "ný", "oň", "ota", "oušek", "ouš", "ovec",
          "ský", "ůnek", "ura", "uška");
  private static final List<String> BOYS =
      List.of(
          "Jakub",
          "Jan",
          "Tomáš",
          "Matyáš",
          "Adam",
          "Vojtěch",
          "Filip",
          "Ondřej",
          "Lukáš",
          "Matěj",
          "Daniel",
          "Dominik",
          "Šimon",
          "Václav",
          "Jiří",
          "Petr",
          "Pavel",
          "Josef",
          "Martin",
          "Michal",
          "Zdeněk",
          "Miroslav",
          "František",
          "Jaroslav",
          "Stanislav",
          "Karel",
          "Milan",
          "Roman",
          "Radek",
          "Libor",
          "Aleš",
          "Kryštof",
          "Štěpán",
          "Oldřich",
          "Řehoř");
  private static final List<String> GIRLS =
      List.of(
          "Eliška",
          "Anna",
          "Adéla",
          "Tereza",
          "Viktorie",
          "Sofie",
          "Natálie",
          "Karolína",
          "Kristýna",
          "Barbora",
          "Jana",
          "Marie",
          "Eva",
          "Hana",
          "Lenka",
          "Kateřina",
          "Lucie",
          "Věra",
          "Alena",
          "Petra",
          "Jaroslava",
          "Zdeňka",
          "Žofie",
          "Ludmila",
          "Helena",
          "Iveta",
          "Šárka",
          "Růžena",
          "Dagmar",
          "Markéta",
          "Veronika",
          "Michaela",
          "Nela",
          "Alžběta");

  private final RandomGenerator random;

  Names(RandomGenerator random) {
    this.random = random;
  }

  /** A family name as a man bears it. */
  String family() {
    if (random.nextInt(10) < 6) {
      // Squared, so that the first of the list are the most frequent.
      double place = random.nextDouble();
      return COMMON.get((int) (place * place * COMMON.size()));
    }
    return pick(BEGINNINGS) + pick(ENDINGS);
  }

  String given(boolean woman) {
    return pick(woman ? GIRLS : BOYS);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** The same family name as a woman bears it. */
  static String ofWoman(String name) {
    if (name.endsWith("ý")) {
      return name.substring(0, name.length() - 1) + "á";
    }
    if (name.endsWith("ek") || name.endsWith("ec")) {
      return name.substring(0, name.length() - 2) + name.charAt(name.length() - 1) + "ová";
    }
    return (name.endsWith("a") ? name.substring(0, name.length() - 1) : name) + "ová";
  }

  /** As the register folds what is searched for: no marks, lower case. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
