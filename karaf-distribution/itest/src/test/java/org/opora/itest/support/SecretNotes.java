package org.opora.itest.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was dealt with about the family between visits, and what was spent for it. */
final class SecretNotes {
  static final List<String> SEALED =
      List.of(
          "Znobsah",
          "Znznovu",
          "Znslovicko",
          "Znskolka",
          "Znucitelka",
          "Znodmitnuto",
          "Znvysvetleni",
          "Znstazeno",
          "Gtvylohy",
          "Gtzduvodneni");

  private final Pen pen;
  private final String file;
  private final String carer;
  private final String child;

  /**
   * @param file path of the page of the file, as {@code carer} and {@code child} are of people
   */
  SecretNotes(Pen pen, String file, String carer, String child) {
    this.pen = pen;
    this.file = file;
    this.carer = key(carer);
    this.child = key(child);
  }

  private static String key(String person) {
    return person.replace("/people/", "");
  }

  void write() {
    String note = note("Znobsah");
    // What was put on paper stays as it read when it is corrected afterwards.
    pen.read(note + "/print");
    Map<String, String> again = said("Znznovu");
    pen.send(note + "/edit", again);
    pen.read(note + "/versions");
    pen.send(
        note + "/sign",
        Map.of("carer", carer, "wording", "1", "answer", "REFUSED", "reason", "Znodmitnuto"));
    Map<String, String> amended = said("Znznovu");
    amended.put("why", "Znvysvetleni");
    pen.send(note + "/edit", amended);
    String wrong = note("Znobsah");
    pen.send(wrong + "/withdraw", Map.of("why", "Znstazeno"));
    expense();
  }

  private String note(String content) {
    String form = file + "/notes/new";
    return pen.send(form, said(content));
  }

  private Map<String, String> said(String content) {
    Map<String, String> typed = new HashMap<>();
    typed.put("on", LocalDate.now().toString());
    typed.put("kind", "PHONE");
    typed.put("people", child);
    typed.put("words-" + child, "Znslovicko");
    typed.put("outside", "Znskolka");
    typed.put("spokeWith", "Znucitelka");
    typed.put("content", content);
    return typed;
  }

  private void expense() {
    String form = file + "/grant/new";
    pen.send(
        form,
        Map.of(
            "what",
            "Gtvylohy",
            "child",
            child,
            "right",
            pen.first(form, "right"),
            "amount",
            "1000",
            "justification",
            "Gtzduvodneni"));
  }
}
