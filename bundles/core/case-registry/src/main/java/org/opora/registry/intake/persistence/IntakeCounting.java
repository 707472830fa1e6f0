package org.opora.registry.intake.persistence;

import java.util.List;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.DropReason;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.shared.persistence.Clause;

/**
 * Who turned to the centre in a period. An agreement in preparation that came from no inquiry is an
 * inquiry by itself.
 */
public record IntakeCounting(Period period) {
  private static final String INQUIRY = "CASE_REGISTRY.INQUIRY";
  private static final String CONTACT = "CASE_REGISTRY.FIRST_CONTACT";
  private static final String REACH = "CASE_REGISTRY.REACH_ENTRY";
  private static final String UNION = " UNION ALL ";

  /** What is nobody's refusal. */
  public static final List<String> NOT_REFUSED =
      List.of(DropReason.WITHDRAWN.name(), DropReason.NOT_CONSENTED.name());

  public Counting asked(String code) {
    return inquiries(
        code, Counting.rows(INQUIRY, days("t.ASKED_ON")).then(UNION).then(proposals("BEGUN_ON")));
  }

  public Counting accepted(String code) {
    return inquiries(code, in(InquiryState.ACCEPTED).then(UNION).then(proposals("SIGNED_ON")));
  }

  public Counting withdrawn(String code) {
    return inquiries(
        code,
        in(InquiryState.WITHDRAWN)
            .then(UNION)
            .then(dropped(Clause.of("s.REASON = ?", DropReason.WITHDRAWN.name()))));
  }

  public Counting notConsented(String code) {
    return inquiries(code, dropped(Clause.of("s.REASON = ?", DropReason.NOT_CONSENTED.name())));
  }

  public Counting refused(String code) {
    return inquiries(
        code,
        in(InquiryState.REFUSED)
            .then(UNION)
            .then(dropped(Clause.among("s.REASON", NOT_REFUSED).not())));
  }

  /** Refused for this reason. */
  public Counting refused(String code, String ground) {
    return inquiries(
        code,
        in(InquiryState.REFUSED)
            .then(" AND t.GROUND = ?", ground)
            .then(UNION)
            .then(dropped(Clause.of("s.REASON = ?", ground))));
  }

  private static Counting inquiries(String code, Clause keys) {
    return new Counting(code, Measure.RECORDS, CountedKind.INQUIRY, keys);
  }

  private Clause in(InquiryState state) {
    return Counting.rows(INQUIRY, Clause.of("t.STATE = ?", state.name()).and(days("t.STATE_ON")));
  }

  private Clause proposals(String day) {
    return Counting.rows(
        "CASE_REGISTRY.AGREEMENT_PROPOSAL",
        Clause.of("t.INQUIRY IS NULL AND ").then(days("t." + day)));
  }

  /** Came to nothing in the period; what asked for no reason then is not among them. */
  private Clause dropped(Clause why) {
    return Counting.rows(
        "CASE_REGISTRY.AGREEMENT_PROPOSAL",
        Clause.of(
                "t.INQUIRY IS NULL AND EXISTS (SELECT s.ID FROM CASE_REGISTRY.AGREEMENT_STEP s"
                    + " WHERE s.PROPOSAL = t.ID AND s.STATE = ? AND s.REASON IS NOT NULL AND ",
                AgreementState.DROPPED.name())
            .then(days("s.STEP_DAY"))
            .and(why)
            .then(")"));
  }

  /**
   * First contacts.
   *
   * @param way in which they came; null for all
   */
  public Counting contacts(String code, Way way) {
    Clause which = days("t.CAME_ON");
    return new Counting(
        code,
        Measure.RECORDS,
        CountedKind.FIRST_CONTACT,
        Counting.rows(CONTACT, way == null ? which : which.then(" AND t.WAY = ?", way.name())));
  }

  /** Of those who gave no name, also where its words were deleted since. */
  public Counting anonymous(String code) {
    return new Counting(
        code,
        Measure.RECORDS,
        CountedKind.FIRST_CONTACT,
        Counting.rows(CONTACT, days("t.CAME_ON").then(" AND t.NAMED = FALSE")));
  }

  /** First contacts at which somebody was told something. */
  public Counting consultations(String code, Advice which) {
    return consultations(code, Measure.EVENTS, "1", which);
  }

  /** The time of those, where it was written down. */
  public Counting consultationMinutes(String code, Advice which) {
    return consultations(code, Measure.MINUTES, "COALESCE(t.MINUTES, 0)", which);
  }

  private Counting consultations(String code, Measure measure, String amount, Advice which) {
    return new Counting(
        code,
        measure,
        CountedKind.FIRST_CONTACT,
        Clause.of(
                "SELECT t.ID AS K, CAST("
                    + amount
                    + " AS BIGINT) AS N FROM "
                    + CONTACT
                    + " t WHERE ")
            .then(days("t.CAME_ON"))
            .then(" AND t.ADVISED = TRUE")
            .then(which.clause()));
  }

  /** Which consultations. */
  public sealed interface Advice {
    /** What is added to the condition. */
    Clause clause();

    /** All of them. */
    record Any() implements Advice {
      @Override
      public Clause clause() {
        return Clause.of("");
      }
    }

    /** Those of somebody with a name, or of somebody without. */
    record Named(boolean named) implements Advice {
      @Override
      public Clause clause() {
        return Clause.of(" AND t.NAMED = " + (named ? "TRUE" : "FALSE"));
      }
    }

    /** Those with this topic, whatever else they were about. */
    record About(String topic) implements Advice {
      @Override
      public Clause clause() {
        // An underscore of a code stands for itself, not for any letter.
        String code = topic.replace("_", "!_");
        return Clause.of(
            " AND (t.TOPICS = ? OR t.TOPICS LIKE ? ESCAPE '!' OR t.TOPICS LIKE ? ESCAPE '!'"
                + " OR t.TOPICS LIKE ? ESCAPE '!')",
            topic,
            code + " %",
            "% " + code,
            "% " + code + " %");
      }
    }
  }

  /** Events of outreach and prevention. */
  public Counting reach(String code, ReachKind kind) {
    return outreach(code, Measure.EVENTS, "1", kind);
  }

  public Counting reachMinutes(String code, ReachKind kind) {
    return outreach(code, Measure.MINUTES, "t.MINUTES", kind);
  }

  /** Everybody who was there, as they were counted. */
  public Counting reached(String code, ReachKind kind) {
    return outreach(code, Measure.HEADS, "t.CHILDREN + t.YOUTH + t.ADULTS", kind);
  }

  private Counting outreach(String code, Measure measure, String amount, ReachKind kind) {
    return new Counting(
        code,
        measure,
        CountedKind.OUTREACH,
        Clause.of(
                "SELECT t.ID AS K, CAST(" + amount + " AS BIGINT) AS N FROM " + REACH + " t WHERE ")
            .then(days("t.HELD_ON"))
            .then(" AND t.KIND = ?", kind.name()));
  }

  private Clause days(String column) {
    return Clause.of(column + " >= ? AND " + column + " <= ?", period.from(), period.until());
  }
}
