package org.opora.itest.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the family was called, where it can be reached, who must not know, and who is whose. */
final class SecretPeople {
  /** Names and numbers lie openly, because people are found by them. */
  static final List<String> FOUND =
      List.of("Jmrozena", "Jmkrestni", "Knbabicka", "Knrodova", "Knmatinka", "Knmatcina");

  static final List<String> SEALED =
      List.of(
          "Addriveulice",
          "Addrivemesto",
          "Adulice",
          "Admestecko",
          "Adprihradka",
          "Adposlucha",
          "Adschranka",
          "Adktonesmi",
          "Adprotoze",
          "Knslovicko",
          "Knpoznamka",
          "Knnavzdory",
          "Knomylem",
          "Kndomacnost",
          "Knnebydlel");

  private final Pen pen;
  private final String file;
  private final String carer;
  private final String child;

  /**
   * @param file path of the family
   * @param carer path of the page of its carer
   * @param child path of the page of its child
   */
  SecretPeople(Pen pen, String file, String carer, String child) {
    this.pen = pen;
    this.file = file;
    this.carer = carer;
    this.child = child;
  }

  void write() {
    names();
    addresses();
    reach();
    relatives();
    household();
  }

  private void names() {
    pen.send(
        carer + "/names/new", Map.of("kind", "MAIDEN", "given", "Jmkrestni", "family", "Jmrozena"));
    pen.send(
        child + "/languages",
        Map.of("motherTongue", pen.first(child + "/languages", "motherTongue")));
  }

  /** A move leaves the former address behind. */
  private void addresses() {
    address(
        Map.of("street", "Addriveulice 3", "town", "Addrivemesto", "from", "2015-01-01"), "LIVES");
    address(Map.of("street", "Adulice 5", "town", "Admestecko", "from", "2024-05-05"), "LIVES");
    address(Map.of("street", "Adprihradka", "town", "Admestecko", "mayBeTold", "on"), "POST");
  }

  private void address(Map<String, String> typed, String kind) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("kind", kind);
    pen.send(carer + "/addresses/new", all);
  }

  private void reach() {
    pen.send(
        carer + "/reach/new",
        Map.of("kind", "PHONE", "detail", "+420 601 602 603", "note", "Adposlucha"));
    pen.send(child + "/reach/new", Map.of("kind", "EMAIL", "detail", "Adschranka@example.org"));
    pen.send(child + "/secrecy/new", Map.of("who", "Adktonesmi", "reason", "Adprotoze"));
  }

  /** A grandmother, a mother who is younger than her child, and an aunt who is none. */
  private void relatives() {
    String form = child + "/kin/new";
    pen.send(
        form,
        Map.of(
            "other",
            "new",
            "new-given",
            "Knbabicka",
            "new-family",
            "Knrodova",
            "role",
            "GRANDPARENT",
            "words",
            "Knslovicko",
            "note",
            "Knpoznamka",
            "file",
            key(file)));
    pen.send(
        form,
        Map.of(
            "other",
            "new",
            "new-given",
            "Knmatinka",
            "new-family",
            "Knmatcina",
            "new-birthDate",
            "2017-07-07",
            "role",
            "PARENT",
            "despite",
            "NO_OTHER_WAY",
            "despite-words",
            "Knnavzdory",
            "file",
            key(file)));
    pen.send(form, Map.of("other", key(carer), "role", "AUNT_UNCLE", "file", key(file)));
    pen.send(
        pen.link(child + "/kin", "a[href*=/kin/][href$=/strike]", "Qwolejnik"),
        Map.of("reason", "Knomylem"));
  }

  /** Where the carer did not live, either. */
  private void household() {
    pen.send(
        child + "/households/new",
        Map.of("name", "Kndomacnost", "others", key(carer), "file", key(file)));
    pen.send(
        pen.link(child + "/kin", "a[href*=/members/][href$=/strike]", "Qwolejnik"),
        Map.of("reason", "Knnebydlel"));
  }

  private static String key(String path) {
    return path.replaceFirst(".*/", "");
  }
}
