package org.opora.registry.shared.application;

import java.util.List;
import org.opora.api.duties.spi.FirstContactLaw;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.grant.spi.GrantLaw;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.staff.spi.StaffLaw;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the installed law packs bring, by subject; they come and go. */
@Component(service = LawPacks.class)
public class LawPacks {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> sets = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<SigningLaw> signing = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<StaffLaw> staff = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<FirstContactLaw> contacts = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<GrantLaw> grants = List.of();

  /** For the container. */
  public LawPacks() {}

  public LawPacks(
      List<RuleSet> sets,
      List<SigningLaw> signing,
      List<StaffLaw> staff,
      List<FirstContactLaw> contacts,
      List<GrantLaw> grants) {
    this.sets = List.copyOf(sets);
    this.signing = List.copyOf(signing);
    this.staff = List.copyOf(staff);
    this.contacts = List.copyOf(contacts);
    this.grants = List.copyOf(grants);
  }

  public List<RuleSet> sets() {
    return sets;
  }

  public List<SigningLaw> signing() {
    return signing;
  }

  public List<StaffLaw> staff() {
    return staff;
  }

  public List<FirstContactLaw> contacts() {
    return contacts;
  }

  public List<GrantLaw> grants() {
    return grants;
  }
}
