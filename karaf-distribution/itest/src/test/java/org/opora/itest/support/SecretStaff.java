package org.opora.itest.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.driver.People;
import org.opora.driver.Visitor;

/** What is written down about the staff because of the family, and about the staff themselves. */
public final class SecretStaff {
  static final List<String> SEALED = List.of("Hoslibeno", "Hopoznamka", "Hozpatky");

  /** What a colleague says of whom they know; whoever leads the staff looks into it. */
  public static final List<String> DECLARED = List.of("Kfsousedka", "Kfspoluzak");

  /** What the colleague says who is kept away from the family: they know it themselves. */
  public static final List<String> OWN = List.of("Kfznamosti", "Kftetinka", "Kfdruhym", "Kfdruhe");

  /** Where a paper of a colleague lies. */
  static final List<String> PAPERS = List.of("Kfdokladem");

  private final Pen pen;
  private final String director;
  private final Visitor helper;
  private final String helperKey;

  /**
   * @param director key of who writes
   * @param helper a colleague who has the family for a moment
   * @param helperKey key of the colleague
   */
  SecretStaff(Pen pen, String director, Visitor helper, String helperKey) {
    this.pen = pen;
    this.director = director;
    this.helper = helper;
    this.helperKey = helperKey;
  }

  /**
   * The family goes to the colleague and comes back on the same day.
   *
   * @param meanwhile what the colleague does
   */
  void handOver(String file, Runnable meanwhile) {
    confirm(helper, give(file, helperKey, "Hoslibeno"), "Hopoznamka");
    meanwhile.run();
    String back = give(file, director, "");
    pen.send(back, back + "/confirm", Map.of("remark", "Hozpatky"));
  }

  private String give(String file, String taker, String promises) {
    return pen.send(
        file + "/handovers/new",
        Map.of("taker", taker, "from", LocalDate.now().toString(), "promises", promises));
  }

  private void confirm(Visitor taker, String protocol, String remark) {
    pen.follow(
        taker.submit(taker.get(protocol).page(), protocol + "/confirm", Map.of("remark", remark)));
  }

  /** The director will be away, with the family to be seen to. */
  void absence() {
    pen.send(
        "/staff/" + director + "/absences/new",
        Map.of(
            "kind",
            "HOLIDAY",
            "since",
            LocalDate.now().plusDays(20).toString(),
            "until",
            LocalDate.now().plusDays(90).toString(),
            "deputy",
            helperKey));
  }

  void paper() {
    pen.send(
        "/staff/" + helperKey + "/checks/new",
        Map.of("kind", "CONTRACT", "issuedOn", "2025-01-01", "document", "Kfdokladem"));
  }

  /** The colleague declares whom they know, and is kept away from the family from then on. */
  void conflict(String number) {
    keepAway(helper, helperKey, number, DECLARED.get(0), DECLARED.get(1));
  }

  /**
   * Somebody declares whom they know, and the director keeps them away from that family.
   *
   * @param number of its file
   */
  void keepAway(Visitor colleague, String key, String number, String whom, String relation) {
    String form = "/staff/" + key + "/conflicts/new";
    People.expect(
        colleague.submit(
            colleague.get(form).page(), form, Map.of("whom", whom, "relation", relation)),
        303);
    pen.send("/staff/conflicts", pen.action("/staff/conflicts", "/wall"), Map.of("number", number));
  }
}
