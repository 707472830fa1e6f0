package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.Kinds;

/**
 * Papers that run out and have to be renewed: of those who work with children, Act 359/1999 Sb. §
 * 49(4) and standard 7 of decree 473/2012 Sb., and of the house itself, §§ 48 and 48a. How long
 * each is valid the paper says itself: no source gives a number. All of it is one reading.
 */
final class Papers {
  private static final String STANDARD = "příloha č. 2, standard 7, vyhláška č. 473/2012 Sb.";

  /** The decree is in force since then. */
  private static final LocalDate DECREE = LocalDate.of(2013, 1, 1);

  private Papers() {}

  static List<ExpiryRule> rules() {
    return List.of(
        paper(
            "staff-record",
            Kinds.STAFF_RECORD,
            SubjectKind.STAFF,
            Said.reading(true, "§ 49 odst. 4", "staff-record.source")),
        paper(
            "staff-health",
            Kinds.STAFF_HEALTH,
            SubjectKind.STAFF,
            Said.reading(true, "§ 49 odst. 4", "staff-health.source")),
        paper(
            "staff-first-aid",
            Kinds.STAFF_FIRST_AID,
            SubjectKind.STAFF,
            new Parameter<>(
                true,
                DECREE,
                null,
                STANDARD,
                Said.text("staff-first-aid.source"),
                Trust.UNVERIFIED)),
        paper(
            "mandate-valid",
            Kinds.MANDATE,
            SubjectKind.CENTRE,
            Said.reading(true, "§ 48", "mandate-valid.source")),
        paper(
            "insured",
            Kinds.INSURED,
            SubjectKind.CENTRE,
            Said.reading(true, "§ 48a odst. 3", "insured.source")));
  }

  private static ExpiryRule paper(
      String key, String kind, SubjectKind whose, Parameter<Boolean> needed) {
    return new ExpiryRule(
        "cz." + key,
        Said.text(key + ".title"),
        kind,
        EnumSet.of(whose),
        true,
        List.of(),
        List.of(needed),
        new ExpiryRule.Reasons(
            CzechLaw.TEXTS,
            "paper.valid",
            "paper.expiring",
            "paper.missing",
            "paper.lasting",
            "paper.unknown"));
  }

  static List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    for (ExpiryRule rule : rules()) {
      figures.addAll(
          Said.figures(
              rule.neededFigure(),
              rule.title().key(),
              rule.needed(),
              yes -> Said.text("paper.needed")));
    }
    return figures;
  }
}
