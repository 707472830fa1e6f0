package org.opora.registry.legal.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.opora.api.legal.Role;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.legal.domain.Extent;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.shared.application.Refusals;

/** What must hold before something about the legal position is written down. */
final class LegalCheck {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 5000;

  private LegalCheck() {}

  static NewRepresentative representative(NewRepresentative now) {
    if (now.role() == null || now.role() == Role.CARER) {
      throw Refusals.refused("role", "refused.required");
    }
    boolean parent = now.role() == Role.PARENT;
    if (parent && now.extent() == null) {
      throw Refusals.refused("extent", "refused.required");
    }
    String name = Refusals.optional("name", now.name(), LONGEST_LINE);
    if (name == null && now.person() == null && now.extent() != Extent.NOBODY) {
      throw Refusals.refused("name", "refused.legal-name");
    }
    boolean limited = parent && now.extent() == Extent.LIMITED;
    boolean named = limited || now.role() == Role.COLLISION_GUARDIAN;
    if (named && now.matters().isEmpty()) {
      throw Refusals.refused("matters", limited ? "refused.legal-taken" : "refused.legal-matters");
    }
    Refusals.inOrder("until", Refusals.day("since", now.since()), now.until());
    return new NewRepresentative(
        now.role(),
        now.person(),
        name,
        parent ? now.extent() : null,
        named ? now.matters() : Set.of(),
        Refusals.optional("note", now.note(), LONGEST_TEXT),
        now.since(),
        now.until(),
        now.decision());
  }

  /**
   * Nobody is a parent in two ways on one day.
   *
   * @param same whether a row means the same person
   */
  static void apart(
      NewRepresentative now,
      Representative self,
      List<Representative> others,
      Predicate<Representative> same) {
    boolean meets =
        now.role() == Role.PARENT
            && others.stream()
                .filter(row -> self == null || !row.id().equals(self.id()))
                .filter(row -> row.counts() && row.role() == Role.PARENT)
                .filter(
                    row ->
                        (now.until() == null || !row.since().isAfter(now.until()))
                            && (row.until() == null || !row.until().isBefore(now.since())))
                .anyMatch(same);
    if (meets) {
      throw Refusals.refused("since", "refused.legal-overlap");
    }
  }

  static NewDecision decision(NewDecision now, LocalDate today) {
    if (now.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    String court = Refusals.line("court", now.court(), LONGEST_LINE);
    String reference = Refusals.line("reference", now.reference(), LONGEST_LINE);
    LocalDate decided = Refusals.day("decidedOn", now.decidedOn());
    if (decided.isAfter(today)) {
      throw Refusals.refused("decidedOn", "refused.future", decided);
    }
    early("forceOn", now.forceOn(), decided);
    Refusals.inOrder("until", decided, now.until());
    Appeal appeal = now.appeal() == null ? Appeal.NONE : now.appeal();
    if (appeal.decided()) {
      early("appealOn", Refusals.day("appealOn", now.appealOn()), decided);
    }
    boolean entrusts = now.kind().entrusts();
    return new NewDecision(
        now.kind(),
        court,
        reference,
        Refusals.optional("gist", now.gist(), LONGEST_TEXT),
        Refusals.optional("scan", now.scan(), LONGEST_LINE),
        entrusts ? now.to() : List.of(),
        entrusts ? Refusals.optional("toOther", now.toOther(), LONGEST_LINE) : null,
        decided,
        now.forceOn(),
        now.atOnce(),
        appeal,
        appeal.decided() ? now.appealOn() : null,
        now.until());
  }

  private static void early(String field, LocalDate day, LocalDate decided) {
    if (day != null && day.isBefore(decided)) {
      throw Refusals.refused(field, "refused.legal-early", day, decided);
    }
  }

  static String reason(String words) {
    return Refusals.line("reason", words, LONGEST_LINE);
  }
}
