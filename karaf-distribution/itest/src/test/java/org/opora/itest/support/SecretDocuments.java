package org.opora.itest.support;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.driver.Visitor;

/**
 * What the family brought: one document about the child in two versions, one withdrawn again; and a
 * letter that went to two, one of them by mistake.
 */
final class SecretDocuments {
  static final List<String> SEALED =
      List.of(
          "Dktitulek",
          "Dknazvem",
          "Dkobsah",
          "Dkpodruhe",
          "Dkomyl",
          "Dkodebrano",
          "Dvvecnou",
          "Dvadresat",
          "Dvslovem",
          "Dvprijemce",
          "Dvpozde",
          "Dvskrtnuto");

  private final Pen pen;
  private final String file;
  private final String child;

  /**
   * @param file path of the page of the file
   * @param child path of the page of the child
   */
  SecretDocuments(Pen pen, String file, String child) {
    this.pen = pen;
    this.file = file;
    this.child = child.replace("/people/", "");
  }

  void write() {
    String kept =
        add(Map.of("kind", "SCHOOL", "title", "Dktitulek", "person", child), "Dknazvem", "Dkobsah");
    pen.send(kept, kept + "/versions", Map.of(), text("Dknazvem", "Dkpodruhe"));
    pen.versionsOf(kept).forEach(pen::read);
    String wrong = add(Map.of("kind", "OTHER", "title", "Dkomyl"), "Dknazvem", "Dkobsah");
    pen.send(wrong + "/withdraw", Map.of("why", "Dkodebrano"));
    pen.read(file + "/documents");
    letter();
  }

  private void letter() {
    String letter =
        pen.sendTwice(
            file + "/letters/new",
            file + "/letters",
            Map.of("to", "other", "to-name", "Dvadresat", "title", "Dvvecnou", "words", "Dvslovem"),
            Map.of("step", "save"));
    pen.read(letter + "/letter");
    String deliveries = letter + "/deliveries";
    String late = deliver(deliveries);
    pen.send(late, late + "/delivered", Map.of("outcome", "TAKEN_OVER", "late-why", "Dvpozde"));
    String wrong = deliver(deliveries);
    pen.send(wrong, wrong + "/strike", Map.of("why", "Dvskrtnuto"));
    pen.read(deliveries);
  }

  private String deliver(String deliveries) {
    LocalDate today = LocalDate.now();
    return pen.send(
        deliveries,
        Map.of(
            "to",
            "other",
            "to-name",
            "Dvprijemce",
            "channel",
            "EMAIL",
            "sent-on",
            today.minusDays(3).toString(),
            "due-on",
            today.minusDays(1).toString()));
  }

  private String add(Map<String, String> typed, String name, String content) {
    return pen.send(file + "/documents/new", file + "/documents", typed, text(name, content));
  }

  private static Visitor.Handed text(String name, String content) {
    return new Visitor.Handed("file", name + ".txt", content.getBytes(StandardCharsets.UTF_8));
  }
}
