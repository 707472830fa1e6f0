package org.opora.itest.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first contact of which the family's file comes, an inquiry of which another one does. */
final class SecretIntake {
  /** Names of the family of the inquiry. */
  static final List<String> FOUND = List.of("Poruzenka", "Podruhovi");

  static final List<String> SEALED =
      List.of(
          "Prvypraveni",
          "Prporadeno",
          "Prvecere",
          "Prnavsteva",
          "Prjazykem",
          "Popoznamkou",
          "Zapranicko",
          "Zanabidkou",
          "Zaduvodem",
          "Zaotevreno");

  /** Who they are and how to reach them, which the centre may forget once there is a file. */
  static final List<String> GOING =
      List.of("Prvolajici", "Prtelefonem", "Pozadatelka", "Potelefonem");

  /** An inquiry of which no file came: whoever works at intake reads of it. */
  static final List<String> UNBOUND = List.of("Ponadarmo", "Ponazpet", "Pojinymtelem");

  private final Pen pen;

  SecretIntake(Pen pen) {
    this.pen = pen;
  }

  /** Path of the form that opens the file of the family that called. */
  String call() {
    String contact =
        pen.send(
            "/intake/new",
            Map.ofEntries(
                Map.entry("name", "Prvolajici"),
                Map.entry("reachedAt", "Prtelefonem"),
                Map.entry("way", "PHONE"),
                Map.entry("topic", "FOSTER_CARE"),
                Map.entry("urgency", "SOON"),
                Map.entry("says", "Prvypraveni"),
                Map.entry("advice", "Prporadeno"),
                Map.entry("answered", "NO"),
                Map.entry("respondedOn", ""),
                Map.entry("wishTime", "Prvecere"),
                Map.entry("wishPlace", "Prnavsteva"),
                Map.entry("wishLanguage", "Prjazykem"),
                Map.entry("nextStep", "NONE")));
    return contact + "/family";
  }

  /**
   * @param number of the file that comes of it
   * @param keyWorker key of its key worker
   * @return path of the file
   */
  String inquiries(String number, String keyWorker) {
    String refused = inquiry("Ponadarmo", "Ponazpet");
    pen.send(
        refused + "/refuse",
        Map.of("ground", pen.first(refused + "/refuse", "ground"), "others", "Pojinymtelem"));
    String accepted = inquiry("Pozadatelka", "Potelefonem");
    Map<String, String> typed = new HashMap<>();
    typed.put("familyName", "Podruhovi");
    typed.put("number", number);
    typed.put("carer1given", "Poruzenka");
    typed.put("carer1family", "Podruhovi");
    typed.put("carer1birthDate", "1979-09-09");
    typed.put("keyWorker", keyWorker);
    return pen.send(accepted + "/family", typed);
  }

  private String inquiry(String name, String phone) {
    String note = name.equals("Pozadatelka") ? "Popoznamkou" : "";
    return pen.send("/inquiries/new", Map.of("name", name, "phone", phone, "note", note));
  }

  /** A request that was answered, and one that waits. */
  void requests(String file) {
    String answered = request(file, "Zapranicko");
    String today = LocalDate.now().toString();
    pen.send(
        answered,
        answered + "/answer",
        Map.of(
            "offer",
            "Zanabidkou",
            "offeredOn",
            today,
            "outcome",
            "NOT_POSSIBLE",
            "decidedOn",
            today,
            "reason",
            "Zaduvodem"));
    request(file, "Zaotevreno");
  }

  private String request(String file, String wish) {
    String form = file + "/requests/new";
    return pen.send(
        form,
        Map.of(
            "askedBy",
            pen.first(form, "askedBy"),
            "right",
            pen.first(form, "right"),
            "wish",
            wish));
  }
}
