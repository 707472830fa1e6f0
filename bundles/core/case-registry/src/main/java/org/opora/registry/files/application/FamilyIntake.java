package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.shared.application.Refusals;
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
  private final Colleagues colleagues;
  private final Staff staff;

  @Activate
  public FamilyIntake(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference KnownPeople people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference Placements placements,
      @Reference Colleagues colleagues,
      @Reference Staff staff) {
    this.tx = tx;
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.placements = placements;
    this.colleagues = colleagues;
    this.staff = staff;
  }

  /**
   * @throws Refused with the field of the form when a rule says no; nothing is written then
   */
  public CaseFileId open(Viewer viewer, NewFamily family) {
    return open(viewer, family, family.file().openedOn());
  }

  /** Of a file that is opened for days on which others led it. */
  CaseFileId open(Viewer viewer, NewFamily family, LocalDate workersFrom) {
    return tx.required(
        em -> {
          worker(em, viewer, family, family.keyWorker(), "keyWorker");
          worker(em, viewer, family, family.deputy(), "deputy");
          CaseFileId file = files.open(viewer, family.file());
          if (family.keyWorker() != null || family.deputy() != null) {
            // First, because with it the relation begins that lets a key worker write the rest.
            files.assign(viewer, file, family.keyWorker(), family.deputy(), workersFrom);
          }
          PartRole role = family.file().kind().roles().get(0);
          family.carers().forEach(carer -> join(viewer, file, carer, role));
          if (family.agreement() != null) {
            agreements.conclude(viewer, file, family.agreement());
          }
          family.children().forEach(child -> addChild(viewer, file, child));
          return file;
        });
  }

  /** Who can lead a new family from that day on, by name. */
  public List<Takers.Named> workers(Viewer viewer, LocalDate day) {
    return tx.read(em -> takers(em, viewer).everybody(null, day));
  }

  private Takers takers(EntityManager em, Viewer viewer) {
    return new Takers(em, viewer, colleagues, staff);
  }

  /** While the file is empty no wall would be found: so those who will be in it are asked for. */
  private void worker(
      EntityManager em, Viewer viewer, NewFamily family, StaffId worker, String field) {
    if (worker == null) {
      return;
    }
    List<PersonId> known =
        Stream.concat(family.carers().stream(), family.children().stream())
            .map(Participant::known)
            .filter(Objects::nonNull)
            .toList();
    boolean can =
        worker.equals(viewer.staff())
            || takers(em, viewer).everybody(null, family.file().openedOn()).stream()
                .anyMatch(one -> one.staff().equals(worker));
    if (!can || new KeptAway(em).ofPeople(known, viewer.today()).contains(worker)) {
      throw Refusals.refused(field, "refused.cannot-take");
    }
  }

  public void addCarer(Viewer viewer, CaseFileId file, Participant carer) {
    join(viewer, file, carer, PartRole.CARER);
  }

  /** An adult of any file. */
  public void join(Viewer viewer, CaseFileId file, Participant adult, PartRole role) {
    tx.run(
        em ->
            beside(
                adult, () -> files.join(viewer, file, person(viewer, adult), role, adult.from())));
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
