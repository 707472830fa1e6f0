package org.opora.duties.application;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRecurrence;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.CentreValidity;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;

/** What a centre promises of contacts: a report, an evaluation, an assessment of the risk. */
public final class ContactRules implements DutyRules {
  public static final String HELD = "contact.held";
  public static final String REPORTED = "contact.reported";
  public static final String PLANNED = "contact.planned";
  public static final String EVALUATED = "contact.evaluated";
  public static final String RISK = "contact.risk";
  public static final List<String> KINDS = List.of(HELD, REPORTED, PLANNED, EVALUATED, RISK);

  public static final Setting DAYS = setting("report-days", 5, 0, 60);
  public static final Setting MONTHS = setting("evaluation-months", 6, 1, 24);
  public static final Setting TIMES = setting("evaluation-contacts", 5, 1, 50);
  public static final Setting GRACE = setting("evaluation-days", 10, 0, 60);
  public static final Setting YEAR = setting("risk-months", 12, 1, 60);

  public static final String REPORT = "contacts.report";
  public static final String EVALUATION = "contacts.evaluation";
  public static final String ASSESSMENT = "contacts.risk";

  private static final String TEXTS = "org.opora.contacts";
  private static final Set<SubjectKind> CHILD = Set.of(SubjectKind.CHILD);

  private static Setting setting(String id, int usual, int least, int most) {
    return new Setting(
        "contacts." + id,
        null,
        text(id),
        text(id + ".why"),
        text(id + ".unit"),
        usual,
        least,
        most);
  }

  private static Text text(String key) {
    return Text.of(TEXTS, key);
  }

  @Override
  public String module() {
    return "contacts";
  }

  @Override
  public Text title() {
    return text("module.title");
  }

  @Override
  public String version() {
    return "3";
  }

  @Override
  public List<CentreRule> rules() {
    return List.of(
        new CentreDeadline(
            REPORT,
            text("report"),
            CHILD,
            HELD,
            REPORTED,
            DAYS,
            CentreDeadline.Unit.DAYS,
            new CentreDeadline.Reasons(TEXTS, "running", "soon", "late", "unknown")),
        new CentreRecurrence(
            EVALUATION,
            text("evaluation"),
            CHILD,
            PLANNED,
            EVALUATED,
            MONTHS,
            HELD,
            TIMES,
            GRACE,
            new CentreRecurrence.Reasons(
                TEXTS, "running", "soon", "late", "often", "often-late", "unknown")),
        new CentreValidity(
            ASSESSMENT,
            text("risk"),
            CHILD,
            PLANNED,
            RISK,
            YEAR,
            new CentreValidity.Reasons(
                TEXTS, "valid", "expiring", "missing", "lasting", "unknown")));
  }
}
