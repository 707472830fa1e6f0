package org.opora.itest.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What courts decided of the child, who stands for it, its disability, and what befell it. */
final class SecretLaw {
  static final List<String> SEALED =
      List.of(
          "Pssoudnice",
          "99 Ps 7/2025",
          "Psobsahem",
          "Psskenem",
          "Psustavem",
          "Psjinysoud",
          "98 Ps 1/2025",
          "Psmylne",
          "Psporucnice",
          "Pspoznamkou",
          "Psnepravy",
          "Psodvolani",
          "Zprozhodnuti",
          "Zppostizeni",
          "Mumistecko",
          "Mupuvodne",
          "Muudalost",
          "Mujinacek",
          "Mukrokem",
          "Muurednice",
          "Muopatreni",
          "Muodpovedi",
          "Muprocpak",
          "Muskolou",
          "Mupodezreni");

  private final Pen pen;
  private final String file;
  private final String carer;
  private final String child;

  /**
   * @param file path of the family
   * @param carer path of the page of its carer
   * @param child path of the page of its child
   */
  SecretLaw(Pen pen, String file, String carer, String child) {
    this.pen = pen;
    this.file = file;
    this.carer = carer;
    this.child = child;
  }

  void write() {
    decisions();
    representatives();
    disability();
    incident();
    suspicion();
  }

  private void decisions() {
    String decisions = child + "/legal/decisions/";
    pen.send(
        decisions + "new",
        Map.of(
            "kind",
            "CARE",
            "court",
            "Pssoudnice",
            "reference",
            "99 Ps 7/2025",
            "decidedOn",
            "2025-02-03",
            "forceOn",
            "2025-03-03",
            "gist",
            "Psobsahem",
            "scan",
            "Psskenem",
            "to",
            carer.replaceFirst(".*/", ""),
            "toOther",
            "Psustavem"));
    pen.send(
        decisions + "new",
        Map.of(
            "kind",
            "CONTACT",
            "court",
            "Psjinysoud",
            "reference",
            "98 Ps 1/2025",
            "decidedOn",
            "2025-01-03"));
    pen.send(
        pen.link(child + "/legal", "a[href^=" + decisions + "][href$=/withdraw]", "98 Ps 1/2025"),
        Map.of("reason", "Psmylne"));
  }

  private void representatives() {
    String representatives = child + "/legal/representatives/";
    pen.send(
        representatives + "new",
        Map.of("role", "GUARDIAN", "name", "Psporucnice", "note", "Pspoznamkou"));
    pen.send(representatives + "new", Map.of("role", "GUARDIAN", "name", "Psnepravy"));
    pen.send(
        pen.link(
            child + "/legal", "a[href^=" + representatives + "][href$=/withdraw]", "Psnepravy"),
        Map.of("reason", "Psodvolani"));
  }

  private void disability() {
    pen.send(
        child + "/disability/new",
        Map.of(
            "degree",
            "II",
            "decision",
            "Zprozhodnuti",
            "since",
            "2025-01-01",
            "other",
            "Zppostizeni"));
  }

  /** Closed, and put right afterwards. */
  private void incident() {
    String incident =
        pen.send(
            file + "/incidents/new",
            Map.of(
                "kind",
                "INJURY",
                "place",
                "Mumistecko",
                "what",
                "Mupuvodne",
                "others",
                "Mujinacek",
                "part-" + child.replaceFirst(".*/", ""),
                "HURT"));
    pen.send(
        incident,
        incident + "/steps",
        Map.of(
            "stepWhat", "Mukrokem", "told", "AUTHORITY", "toldName", "Muurednice", "how", "PHONE"));
    pen.send(
        incident,
        incident + "/measures",
        Map.of(
            "measures",
            "Muopatreni",
            "answer",
            "Muodpovedi",
            "answeredOn",
            LocalDate.now().toString()));
    pen.send(incident, incident + "/close", Map.of());
    pen.send(incident + "/amend", Map.of("what", "Muudalost", "why", "Muprocpak"));
  }

  private void suspicion() {
    pen.send(
        file + "/incidents/new",
        Map.of("kind", "SUSPECTED_HARM", "place", "Muskolou", "what", "Mupodezreni"));
  }
}
