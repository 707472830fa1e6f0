package org.opora.registry.files.application;

import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.people.application.KnownPeople;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a family in as one act: people, file, agreement, placements and the workers in one
 * transaction, so that a refusal in the middle leaves nothing behind. Access, audit and timeline
 * are those of the use cases it joins.
 */
@Component(service = FamilyIntake.class)
public final class FamilyIntake {
  private final Transactions tx;
  private final KnownPeople people;
  private final CaseFiles files;
  private final Agreements agreements;
  private final Placements placements;

  @Activate
  public FamilyIntake(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference KnownPeople people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference Placements placements) {
    this.tx = tx;
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.placements = placements;
  }

  /**
   * @throws Refused with the field of the form when a rule says no; nothing is written then
   */
  public CaseFileId open(Viewer viewer, NewFamily family) {
    return tx.required(
        em -> {
          CaseFileId file = files.open(viewer, family.file());
          if (family.keyWorker() != null || family.deputy() != null) {
            // First, because with it the relation begins that lets a key worker write the rest.
            files.assign(
                viewer, file, family.keyWorker(), family.deputy(), family.file().openedOn());
          }
          family.carers().forEach(carer -> addCarer(viewer, file, carer));
          if (family.agreement() != null) {
            agreements.conclude(viewer, file, family.agreement());
          }
          family.children().forEach(child -> addChild(viewer, file, child));
          return file;
        });
  }

  public void addCarer(Viewer viewer, CaseFileId file, Participant carer) {
    tx.run(
        em ->
            beside(carer, () -> files.addCarer(viewer, file, person(viewer, carer), carer.from())));
  }

  public void addChild(Viewer viewer, CaseFileId file, Participant child) {
    tx.run(
        em ->
            beside(
                child,
                () ->
                    placements.place(
                        viewer,
                        file,
                        person(viewer, child),
                        child.from(),
                        child.courtReference())));
  }

  private PersonId person(Viewer viewer, Participant who) {
    return who.known() != null ? who.known() : people.register(viewer, who.fresh());
  }

  /** A refusal names the field of its own use case; the form has several people. */
  private static void beside(Participant who, Runnable act) {
    try {
      act.run();
    } catch (Refused refused) {
      throw refused.field() == null
          ? refused
          : new Refused(who.fields() + refused.field(), refused.text());
    }
  }
}
