package org.opora.supervisedcontacts.agreements.application;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.RuleWording;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The centre's own wording of the rules, with which every agreement begins; until the centre has
 * one, that of the product. An agreement that is written keeps its words.
 */
@Component(service = RuleWords.class)
public final class RuleWords {
  public static final int LONGEST = 2000;

  private final Transactions transactions;
  private final Access access;
  private final AuditTrail audit;
  private final Messages messages;

  @Activate
  public RuleWords(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.access = access;
    this.audit = audit;
    this.messages = messages;
  }

  /** Every rule in words. They are nobody's data, so this asks for no viewer. */
  public Map<RuleKind, String> all(Locale language) {
    Map<RuleKind, String> all = new EnumMap<>(RuleKind.class);
    for (RuleKind kind : RuleKind.values()) {
      all.put(kind, messages.text(language, "rule.words." + kind));
    }
    ofHouse().values().forEach(row -> all.put(row.kind(), row.words()));
    return all;
  }

  /** One number for all of them, for the form. */
  public long version() {
    return ofHouse().values().stream().mapToLong(row -> row.version() + 1).sum();
  }

  private Map<RuleKind, RuleWording> ofHouse() {
    return transactions.read(AgreementQueries::ofHouse).stream()
        .collect(Collectors.toMap(RuleWording::kind, row -> row));
  }

  /**
   * The centre words them so from now on.
   *
   * @throws org.opora.api.faults.Refused beside {@code rule-KIND} when one has no words
   * @throws org.opora.api.faults.Stale when somebody else worded them meanwhile
   */
  public void word(Viewer viewer, long version, Map<RuleKind, String> words) {
    access.require(viewer, SupervisedContactsModule.APPROVE);
    transactions.run(
        em -> {
          Refusals.fresh(version(), version);
          Map<RuleKind, String> before = all(viewer.locale());
          Map<RuleKind, RuleWording> rows = ofHouse();
          for (RuleKind kind : RuleKind.values()) {
            String now = Refusals.words("rule-" + kind, words.get(kind), LONGEST);
            if (!Objects.equals(before.get(kind), now)) {
              RuleWording row =
                  rows.containsKey(kind)
                      ? em.find(RuleWording.class, kind.name())
                      : new RuleWording(kind);
              row.says(now, viewer.staff(), viewer.today());
              em.persist(row);
            }
          }
          audit.wrote(viewer, "supervised-contacts.rules.word", List.of());
        });
  }
}
