package org.opora.registry.legal.application;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;

/** The words about a child's legal position hang on the key of the child. */
public final class LegalSeals {
  private static final String NAME = "REPRESENTATIVE.NAME";
  private static final String NOTE = "REPRESENTATIVE.NOTE";
  private static final String WHY = "REPRESENTATIVE.REASON";
  private static final String COURT = "COURT_DECISION.COURT";
  private static final String REFERENCE = "COURT_DECISION.REFERENCE";
  private static final String GIST = "COURT_DECISION.GIST";
  private static final String SCAN = "COURT_DECISION.SCAN";
  private static final String OTHER = "COURT_DECISION.TO_OTHER";
  private static final String REASON = "COURT_DECISION.REASON";
  private static final String ENTRUSTED = "ENTRUSTED.NAME";
  private final Keys keys;

  public LegalSeals(Keys keys) {
    this.keys = keys;
  }

  void write(Representative row, NewRepresentative now, String name) {
    row.is(now.role(), now.person(), seal(row.child(), NAME, row.id(), name));
    row.may(now.extent(), now.matters(), seal(row.child(), NOTE, row.id(), now.note()));
    row.holds(now.since(), now.until(), now.decision());
  }

  void write(CourtDecision row, NewDecision now) {
    PersonId child = row.child();
    row.says(
        now.kind(),
        seal(child, COURT, row.id(), now.court()),
        seal(child, REFERENCE, row.id(), now.reference()),
        seal(child, GIST, row.id(), now.gist()),
        seal(child, SCAN, row.id(), now.scan()),
        seal(child, OTHER, row.id(), now.toOther()));
    row.holds(now.decidedOn(), now.forceOn(), now.atOnce(), now.until());
    row.appealed(now.appeal(), now.appealOn());
  }

  Entrusted entrusted(UUID id, CourtDecision decision, PersonId person, String name) {
    return new Entrusted(id, decision.id(), person, seal(decision.child(), ENTRUSTED, id, name));
  }

  byte[] reason(Representative row, String words) {
    return seal(row.child(), WHY, row.id(), words);
  }

  byte[] reason(CourtDecision row, String words) {
    return seal(row.child(), REASON, row.id(), words);
  }

  String reason(Representative row) {
    return open(row.child(), WHY, row.id(), row.withdrawal().reason());
  }

  String reason(CourtDecision row) {
    return open(row.child(), REASON, row.id(), row.withdrawal().reason());
  }

  /** The name of a representative, as written down. */
  public String name(Representative row) {
    return open(row.child(), NAME, row.id(), row.name());
  }

  String name(CourtDecision decision, Entrusted row) {
    return open(decision.child(), ENTRUSTED, row.id(), row.name());
  }

  String toOther(CourtDecision row) {
    return open(row.child(), OTHER, row.id(), row.toOther());
  }

  /** Court and reference. */
  public String court(CourtDecision row) {
    return open(row.child(), COURT, row.id(), row.court());
  }

  public String reference(CourtDecision row) {
    return open(row.child(), REFERENCE, row.id(), row.reference());
  }

  /** What it says; null when nobody wrote it. */
  String gist(CourtDecision row) {
    return open(row.child(), GIST, row.id(), row.gist());
  }

  NewRepresentative open(Representative row) {
    return new NewRepresentative(
        row.role(),
        row.person(),
        name(row),
        row.extent(),
        row.matters(),
        open(row.child(), NOTE, row.id(), row.note()),
        row.since(),
        row.until(),
        row.decision());
  }

  NewDecision open(CourtDecision row, List<Entrusted> to) {
    return new NewDecision(
        row.kind(),
        court(row),
        reference(row),
        gist(row),
        open(row.child(), SCAN, row.id(), row.scan()),
        to.stream().map(Entrusted::person).filter(Objects::nonNull).toList(),
        toOther(row),
        row.decidedOn(),
        row.forceOn(),
        row.atOnce(),
        row.appeal(),
        row.appealOn(),
        row.until());
  }

  /** Nothing, in the place of a name. */
  public void forget(Representative row) {
    row.forget(seal(row.child(), NAME, row.id(), ""));
  }

  /** Nothing, in the place of a name. */
  void forget(CourtDecision decision, Entrusted row) {
    row.forget(seal(decision.child(), ENTRUSTED, row.id(), ""));
  }

  private byte[] seal(PersonId child, String place, UUID row, String plain) {
    return keys.seal(Subject.of(child), place, row, plain);
  }

  private String open(PersonId child, String place, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(child), place, row, sealed);
  }
}
