package org.opora.supervisedcontacts.agreements.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.AgreementRule;
import org.opora.supervisedcontacts.agreements.domain.AgreementSignature;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Agreements on contact are written and reworded, and people sign them or would not. */
@Component(service = Agreements.class)
public final class Agreements {
  public static final int TEXT = 4000;

  private static final int LINE = 200;
  private static final int REASON = 1000;
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final People people;
  private final Story story;

  @Activate
  public Agreements(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.people = people;
    this.story = new Story(timeline, messages);
  }

  /**
   * Writes an agreement for a plan.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public AgreementId write(Viewer viewer, PlanId plan, NewWording first) {
    return transactions.required(
        em -> {
          ChildOfFile whose = Plans.find(em, plan).whose();
          door.require(viewer, SupervisedContactsModule.WRITE, whose);
          check(first);
          ContactAgreement row = new ContactAgreement(AgreementId.next(), whose, plan);
          em.persist(row);
          word(em, viewer, row, first);
          follow(viewer, row, first, "supervised-contacts.agreement.write");
          return row.id();
        });
  }

  /**
   * Words it otherwise: nobody has signed that wording yet, and how it read before stays.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when somebody else changed it meanwhile
   */
  public void reword(Viewer viewer, AgreementId id, long version, NewWording now) {
    transactions.run(
        em -> {
          ContactAgreement row = find(em, id);
          door.require(viewer, SupervisedContactsModule.WRITE, row.whose());
          Refusals.fresh(row.version(), version);
          check(now);
          word(em, viewer, row, now);
          follow(viewer, row, now, "supervised-contacts.agreement.reword");
        });
  }

  private static void check(NewWording now) {
    if (now.from() == null) {
      throw Refusals.refused("from", "day.missing");
    }
    if (now.until() != null && now.until().isBefore(now.from())) {
      throw Refusals.refused("until", "plan.until.before-from");
    }
    Refusals.optional("view", now.view(), TEXT);
    now.rules().forEach((kind, words) -> Refusals.optional("rule-" + kind, words, TEXT));
    if (now.rules().values().stream().allMatch(words -> words == null || words.isBlank())) {
      throw Refusals.refused("rule-" + RuleKind.ARRIVAL, "agreement.no-rule");
    }
  }

  private void word(EntityManager em, Viewer viewer, ContactAgreement row, NewWording now) {
    UUID key = Ids.next();
    AgreementWording wording =
        new AgreementWording(key, row.id(), row.reworded(), viewer.staff(), viewer.now());
    wording.says(now.from(), now.until(), seal(row, AgreementSeals.VIEW, key, now.view()));
    em.flush();
    em.persist(wording);
    em.flush();
    for (Map.Entry<RuleKind, String> rule : now.rules().entrySet()) {
      UUID line = Ids.next();
      byte[] words = seal(row, AgreementSeals.RULE, line, rule.getValue());
      if (words != null) {
        em.persist(new AgreementRule(line, key, rule.getKey(), words));
      }
    }
  }

  private byte[] seal(ContactAgreement row, String place, UUID key, String words) {
    return sealed.seal(row.childFile(), place, key, Refusals.optional(null, words, TEXT));
  }

  private void follow(Viewer viewer, ContactAgreement row, NewWording now, String act) {
    story.tell(
        viewer,
        "contact-agreement",
        row.key(),
        row.whose(),
        now.from(),
        "timeline.agreement",
        "/agreements/" + row.id());
    audit.wrote(viewer, act, List.of(Subject.of(row.childFile())));
  }

  /**
   * Notes that somebody signed the wording that they read, or would not, and why. Whoever
   * supervises the contact notes it, too.
   *
   * @param version of the agreement as the form shows it
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when it reads otherwise now
   */
  public UUID sign(Viewer viewer, AgreementId id, long version, NewSignature now) {
    return transactions.required(
        em -> {
          ContactAgreement row = find(em, id);
          door.require(viewer, SupervisedContactsModule.RECORD, row.whose());
          Refusals.fresh(row.version(), version);
          Refusals.chosen("signer", now.signer());
          Refusals.past(viewer, "on", now.on());
          if (now.wording() < 1 || now.wording() > row.wording()) {
            throw Refusals.refused("wording", "choice.missing");
          }
          String reason = now.refused() ? Refusals.words("reason", now.reason(), REASON) : null;
          UUID key = Ids.next();
          AgreementSignature signature =
              new AgreementSignature(key, id, now.wording(), now.signer());
          signed(viewer, row, signature, now);
          signature.answered(
              now.on(),
              seal(row, AgreementSeals.REASON, key, reason),
              viewer.staff(),
              viewer.now());
          em.persist(signature);
          audit.wrote(
              viewer,
              now.refused()
                  ? "supervised-contacts.agreement.not-signed"
                  : "supervised-contacts.agreement.signed",
              List.of(Subject.of(row.childFile())));
          return key;
        });
  }

  /** Who it is: somebody of the register, the facilitator who writes, or anybody by name. */
  private void signed(
      Viewer viewer, ContactAgreement row, AgreementSignature signature, NewSignature now) {
    if (now.signer() == Signer.FACILITATOR) {
      signature.by(null, viewer.staff(), null);
      return;
    }
    String name;
    if (now.person() == null) {
      name = Refusals.words("name", now.name(), LINE);
    } else {
      PersonName known = people.names(viewer, List.of(now.person())).get(now.person());
      if (known == null) {
        throw Refusals.refused("person", "plan.person.unknown");
      }
      name = known.spoken();
    }
    signature.by(now.person(), null, seal(row, AgreementSeals.NAME, signature.id(), name));
  }

  /** It was noted by mistake: it stays, and counts no more. */
  public void strike(Viewer viewer, AgreementId id, UUID signature) {
    transactions.run(
        em -> {
          ContactAgreement row = find(em, id);
          door.require(viewer, SupervisedContactsModule.RECORD, row.whose());
          AgreementSignature one = em.find(AgreementSignature.class, signature);
          if (one == null || !one.agreement().equals(id)) {
            throw new NotFound();
          }
          if (one.struckOn() == null) {
            one.strike(viewer.today(), viewer.staff());
            audit.wrote(
                viewer,
                "supervised-contacts.agreement.signature-struck",
                List.of(Subject.of(row.childFile())));
          }
        });
  }

  static ContactAgreement find(EntityManager em, AgreementId id) {
    ContactAgreement row = em.find(ContactAgreement.class, id.value());
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }

  /** Every agreement of a plan, for whoever may see it. */
  static List<ContactAgreement> of(EntityManager em, PlanId plan) {
    return AgreementQueries.ofPlan(em, plan.value());
  }
}
