package org.opora.supervisedcontacts.agreements.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.AgreementRule;
import org.opora.supervisedcontacts.agreements.domain.AgreementSignature;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Agreements as pages show them. */
@Component(service = AgreementReader.class)
public final class AgreementReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;

  @Activate
  public AgreementReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
  }

  /** Of a plan, the last one first. */
  public List<AgreementView> of(Viewer viewer, PlanId plan) {
    return transactions.read(
        em -> {
          door.require(viewer, SupervisedContactsModule.READ, Plans.find(em, plan).whose());
          return views(em, viewer, Agreements.of(em, plan));
        });
  }

  /** One agreement. */
  public AgreementView view(Viewer viewer, AgreementId id) {
    return transactions.read(
        em -> {
          ContactAgreement row = Agreements.find(em, id);
          door.require(viewer, SupervisedContactsModule.READ, row.whose());
          return views(em, viewer, List.of(row)).get(0);
        });
  }

  /** What is needed of all of them, asked once. */
  private record Known(
      Map<UUID, List<AgreementWording>> wordings,
      Map<UUID, List<AgreementRule>> rules,
      Map<UUID, List<AgreementSignature>> signatures,
      Map<PersonId, PersonName> names,
      Map<StaffId, String> colleagues) {}

  private List<AgreementView> views(EntityManager em, Viewer viewer, List<ContactAgreement> rows) {
    List<UUID> keys = rows.stream().map(ContactAgreement::key).toList();
    List<AgreementWording> wordings = AgreementQueries.wordings(em, keys);
    List<AgreementSignature> signatures = AgreementQueries.signatures(em, keys);
    Known known =
        new Known(
            wordings.stream().collect(Collectors.groupingBy(one -> one.agreement().value())),
            AgreementQueries.rules(em, wordings.stream().map(AgreementWording::id).toList())
                .stream()
                .collect(Collectors.groupingBy(AgreementRule::wording)),
            signatures.stream().collect(Collectors.groupingBy(one -> one.agreement().value())),
            people.names(viewer, asked(rows, signatures)),
            staff.names(colleagues(wordings, signatures)));
    return rows.stream().map(row -> view(em, viewer, row, known)).toList();
  }

  private static Set<PersonId> asked(
      Collection<ContactAgreement> rows, Collection<AgreementSignature> signatures) {
    Set<PersonId> asked = new HashSet<>();
    rows.forEach(row -> asked.add(row.whose().child()));
    signatures.stream()
        .map(AgreementSignature::person)
        .filter(Objects::nonNull)
        .forEach(asked::add);
    return asked;
  }

  private static Set<StaffId> colleagues(
      Collection<AgreementWording> wordings, Collection<AgreementSignature> signatures) {
    return Stream.concat(
            wordings.stream().map(AgreementWording::writtenBy),
            signatures.stream().flatMap(one -> Stream.of(one.staff(), one.notedBy())))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private AgreementView view(EntityManager em, Viewer viewer, ContactAgreement row, Known known) {
    boolean opened = door.readsWords(viewer, row.childFile());
    List<AgreementView.Wording> wordings =
        known.wordings().getOrDefault(row.key(), List.of()).stream()
            .map(one -> wording(row, one, known))
            .toList();
    return new AgreementView(
        row.id(),
        row.version(),
        row.whose(),
        known.names().get(row.whose().child()),
        row.plan(),
        wordings.get(0),
        wordings.subList(1, wordings.size()),
        known.signatures().getOrDefault(row.key(), List.of()).stream()
            .map(one -> signature(row, one, known, opened))
            .toList(),
        AgreementQueries.scans(em, row.key()),
        opened);
  }

  private AgreementView.Wording wording(ContactAgreement row, AgreementWording one, Known known) {
    return new AgreementView.Wording(
        one.number(),
        one.validFrom(),
        one.validUntil(),
        known.rules().getOrDefault(one.id(), List.of()).stream()
            .filter(rule -> rule.words() != null)
            .sorted(Comparator.comparing(AgreementRule::kind))
            .map(
                rule ->
                    new AgreementView.Rule(
                        rule.kind(), open(row, AgreementSeals.RULE, rule.id(), rule.words())))
            .toList(),
        open(row, AgreementSeals.VIEW, one.id(), one.view()),
        known.colleagues().get(one.writtenBy()),
        one.writtenAt(),
        one.document());
  }

  private AgreementView.Signature signature(
      ContactAgreement row, AgreementSignature one, Known known, boolean opened) {
    return new AgreementView.Signature(
        one.id(),
        one.signer(),
        one.person() != null && known.names().containsKey(one.person()) ? one.person() : null,
        one.staff() == null
            ? open(row, AgreementSeals.NAME, one.id(), one.name())
            : known.colleagues().get(one.staff()),
        one.wording(),
        one.wording() != row.wording(),
        one.day(),
        one.refused(),
        opened ? open(row, AgreementSeals.REASON, one.id(), one.reason()) : null,
        known.colleagues().get(one.notedBy()),
        one.struckOn());
  }

  private String open(ContactAgreement row, String place, UUID key, byte[] words) {
    return sealed.open(row.childFile(), place, key, words);
  }
}
