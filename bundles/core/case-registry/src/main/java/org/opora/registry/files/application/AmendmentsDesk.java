package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.application.LawBook.Entry;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Amendment;
import org.opora.registry.files.domain.Ending;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes of agreements. A substantial one needs the consent of the authority again, where the law
 * asks for consent at all.
 */
@Component(service = AmendmentsDesk.class)
public final class AmendmentsDesk {
  private static final int WHAT = 2_000;
  private static final int LINE = 200;
  private static final String PLACE = "AGREEMENT_AMENDMENT.WHAT";
  private static final String KIND = "agreement-changed";
  private static final String RULES = "rulesFrom";
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final FileStory story;
  private final LawBook law;
  private final Keys keys;

  @Activate
  public AmendmentsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference LawBook law,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.story = story;
    this.law = law;
    this.keys = keys;
  }

  /**
   * @param on day of the last signature
   * @param consentOn when the authority consented; null when the change is not substantial
   * @param rulesFrom first day from which on the parties chose the present rules for an agreement
   *     that keeps those of before; null when the change says nothing of that
   */
  public record NewAmendment(
      LocalDate on,
      String what,
      boolean substantial,
      LocalDate consentOn,
      String consentReference,
      LocalDate rulesFrom) {
    /** A change that leaves the rules as they are. */
    public NewAmendment(
        LocalDate on,
        String what,
        boolean substantial,
        LocalDate consentOn,
        String consentReference) {
      this(on, what, substantial, consentOn, consentReference, null);
    }
  }

  /**
   * @param version for the edit form
   */
  public record AmendmentView(
      UUID id, long version, AgreementId agreement, NewAmendment amendment) {}

  /** Changes of the agreements of the file, newest first. */
  public List<AmendmentView> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em ->
            em
                .createQuery(
                    "SELECT a FROM Amendment a WHERE a.file = :file ORDER BY a.day DESC, a.id DESC",
                    Amendment.class)
                .setParameter("file", file.value())
                .getResultList()
                .stream()
                .map(this::view)
                .toList());
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public AmendmentView find(Viewer viewer, CaseFileId file, UUID amendment) {
    return of(viewer, file).stream()
        .filter(one -> one.id().equals(amendment))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Writes a change down.
   *
   * @throws Refused beside the field; also when the agreement is not in force on that day
   */
  public UUID add(Viewer viewer, AgreementId agreement, NewAmendment amendment) {
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    return change.in(
        viewer,
        file,
        "agreement.changed",
        (em, held) -> {
          Amendment row = new Amendment(Ids.next(), file, agreement);
          write(em, viewer, new AgreementRows(em, held).held(agreement), row, amendment);
          em.persist(row);
          return row.id();
        });
  }

  /**
   * Corrects what was written down.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void correct(Viewer viewer, UUID amendment, long version, NewAmendment now) {
    CaseFileId file = change.fileOf("Amendment", amendment);
    change.in(
        viewer,
        file,
        "agreement.change-corrected",
        (em, held) -> {
          Amendment row = Held.hold(em, Amendment.class, amendment);
          Refusals.fresh(row.version(), version);
          write(em, viewer, new AgreementRows(em, held).held(row.agreement()), row, now);
          return null;
        });
  }

  /**
   * The change was written down by mistake: as if it had never been.
   *
   * @throws Refused when the agreement is closed, or its end was computed by the rules which this
   *     change chose
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void withdraw(Viewer viewer, UUID amendment, long version) {
    CaseFileId file = change.fileOf("Amendment", amendment);
    change.in(
        viewer,
        file,
        "agreement.change-withdrawn",
        (em, held) -> {
          Amendment row = Held.hold(em, Amendment.class, amendment);
          Refusals.fresh(row.version(), version);
          Agreement agreement = new AgreementRows(em, held).held(row.agreement());
          if (agreement.closedOn() != null) {
            throw Refusals.refused(null, "refused.agreement-not-in-force", row.on());
          }
          checkRules(em, agreement, row, null, null);
          em.remove(row);
          story.didNotHappen(KIND, row.id());
          return null;
        });
  }

  private void write(
      EntityManager em, Viewer viewer, Agreement agreement, Amendment row, NewAmendment said) {
    LocalDate on = Refusals.day("on", said.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    if (!agreement.overlaps(on, on) || agreement.closedOn() != null) {
      throw Refusals.refused("on", "refused.agreement-not-in-force", on);
    }
    String what = Refusals.line("what", said.what(), WHAT);
    String reference = Refusals.optional("consentReference", said.consentReference(), LINE);
    if (said.substantial()) {
      checkConsent(on, said.consentOn(), reference);
    }
    checkRules(em, agreement, row, on, said.rulesFrom());
    row.says(
        on,
        said.substantial(),
        keys.seal(Subject.of(row.file()), PLACE, row.id(), what),
        said.substantial() ? said.consentOn() : null,
        said.substantial() ? reference : null);
    row.optsIn(said.rulesFrom());
    story.happened(viewer, row.file(), KIND, row.id(), on);
  }

  /**
   * Only an agreement that keeps the rules of before can choose the present ones; and when its end
   * was written down by the one or the other, that stays.
   *
   * @param on day of the change; null when it is withdrawn
   * @param from null when the change says nothing of the rules
   */
  private void checkRules(
      EntityManager em, Agreement agreement, Amendment row, LocalDate on, LocalDate from) {
    if (Objects.equals(row.rulesFrom(), from)) {
      return;
    }
    Optional<Entry> entry = law.agreementsOrRefuse();
    LocalDate signed = agreement.signedOrBegun();
    if (from != null) {
      Refusals.day(RULES, from);
      if (from.isBefore(on)) {
        throw Refusals.refused(RULES, "refused.rules-before-change", from, on);
      }
      if (new EndingRules(entry).former(signed, from) == null) {
        throw Refusals.refused(RULES, "refused.rules-not-former", from);
      }
    }
    Ending ending = agreement.ending();
    if (ending != null && ending.way() != EndingWay.BY_LAW) {
      LocalDate day = ending.day();
      LocalDate others = otherChoice(em, agreement, row);
      boolean before = keepsFormer(entry, signed, earlier(others, row.rulesFrom()), day);
      if (before != keepsFormer(entry, signed, earlier(others, from), day)) {
        throw Refusals.refused(on == null ? null : RULES, "refused.agreement-end-first");
      }
    }
  }

  private static boolean keepsFormer(
      Optional<Entry> entry, LocalDate signed, LocalDate optedIn, LocalDate day) {
    return new EndingRules(entry, optedIn).former(signed, day) != null;
  }

  /** Null when neither is there. */
  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  /** What another change of the agreement says of the rules; null when none does. */
  private static LocalDate otherChoice(EntityManager em, Agreement agreement, Amendment row) {
    return em.createQuery(
            "SELECT MIN(a.rulesFrom) FROM Amendment a WHERE a.agreement = :agreement"
                + " AND a.id <> :itself",
            LocalDate.class)
        .setParameter("agreement", agreement.id())
        .setParameter("itself", row.id())
        .getSingleResult();
  }

  private void checkConsent(LocalDate on, LocalDate consentOn, String reference) {
    Optional<Entry> entry = law.agreementsOrRefuse();
    Optional<String> asked = entry.flatMap(one -> one.consentAskedBy(on));
    if (asked.isEmpty()) {
      return;
    }
    if (consentOn == null) {
      throw new Refused(
          "consentOn", entry.orElseThrow().text(Reasons::changeWithoutConsent, asked.get()));
    }
    if (on.isBefore(consentOn)) {
      throw new Refused(
          "consentOn",
          entry.orElseThrow().text(Reasons::signedBeforeConsent, on, consentOn, asked.get()));
    }
    if (reference == null) {
      throw Refusals.refused("consentReference", "refused.required");
    }
  }

  private AmendmentView view(Amendment row) {
    return new AmendmentView(
        row.id(),
        row.version(),
        row.agreement(),
        new NewAmendment(
            row.on(),
            keys.open(Subject.of(row.file()), PLACE, row.id(), row.what()),
            row.substantial(),
            row.consentOn(),
            row.consentReference(),
            row.rulesFrom()));
  }
}
