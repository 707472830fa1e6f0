package org.opora.supervisedcontacts.agreements.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.agreements.persistence.ScanRow;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * An agreement as pages show it.
 *
 * @param childName null when the viewer may not see the name
 * @param now how it reads
 * @param former how it read before, the last wording first
 * @param opened whether the viewer reads why somebody would not sign
 */
public record AgreementView(
    AgreementId id,
    long version,
    ChildOfFile whose,
    PersonName childName,
    PlanId plan,
    Wording now,
    List<Wording> former,
    List<Signature> signatures,
    List<ScanRow> scans,
    boolean opened) {

  /**
   * @param until null while it lasts
   * @param view how the child sees it; null when nobody wrote it
   * @param document null while it is not among the documents of the child
   */
  public record Wording(
      int number,
      LocalDate from,
      LocalDate until,
      List<Rule> rules,
      String view,
      String by,
      Instant at,
      DocumentId document) {
    /** What is ruled of this kind; null when nothing is. */
    public String rule(RuleKind kind) {
      return rules.stream()
          .filter(one -> one.kind() == kind)
          .map(Rule::words)
          .findFirst()
          .orElse(null);
    }
  }

  public record Rule(RuleKind kind, String words) {}

  /**
   * @param person null when it is nobody of the register, or the viewer may not see them
   * @param former whether the agreement reads otherwise now
   * @param struckOn null unless it was noted by mistake
   */
  public record Signature(
      UUID id,
      Signer signer,
      PersonId person,
      String name,
      int wording,
      boolean former,
      LocalDate on,
      boolean refused,
      String reason,
      String notedBy,
      LocalDate struckOn) {
    /** Whether it is one of how the agreement reads now. */
    public boolean counts() {
      return struckOn == null && !refused && !former;
    }
  }

  /** Whether somebody of these has signed how it reads now. */
  public boolean signed(Signer signer) {
    return signatures.stream().anyMatch(one -> one.counts() && one.signer() == signer);
  }

  /** Who has not signed how it reads now. */
  public List<Signer> missing() {
    return List.of(Signer.values()).stream().filter(signer -> !signed(signer)).toList();
  }

  /** Whether it holds on the day. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(now.from()) && (now.until() == null || !day.isAfter(now.until()));
  }
}
