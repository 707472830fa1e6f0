package org.opora.registry.incidents.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.incidents.Incidents;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.Incident.Hindrance;
import org.opora.registry.incidents.domain.IncidentPerson;
import org.opora.registry.incidents.domain.IncidentStaff;
import org.opora.registry.incidents.domain.IncidentStep;
import org.opora.registry.incidents.domain.IncidentVersion;
import org.opora.registry.incidents.persistence.IncidentQueries;
import org.opora.registry.incidents.persistence.IncidentRow;
import org.opora.registry.incidents.persistence.Wanted;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Incidents and notifications of suspected harm. */
@Component(service = IncidentDesk.class)
public final class IncidentDesk {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Staff staff;
  private final IncidentNews news;
  private final IncidentDoor door;
  private final IncidentSeals seals;

  @Activate
  public IncidentDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference IncidentNews news) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.staff = staff;
    this.news = news;
    this.door = new IncidentDoor(access, audit, aliases);
    this.seals = new IncidentSeals(keys);
  }

  /** Whether the viewer may read every incident of the file. */
  public boolean leads(Viewer viewer, CaseFileId file) {
    return tx.read(em -> door.leads(em, viewer, Incidents.READ, file));
  }

  /** Whether the viewer may write incidents of the file down. */
  public boolean works(Viewer viewer, CaseFileId file) {
    return tx.read(em -> door.works(em, viewer, Incidents.WRITE, file));
  }

  /**
   * Asked before a form is shown: nobody fills in one that will not be taken from them.
   *
   * @throws NotFound when the viewer may not write incidents of the file down
   */
  public void admit(Viewer viewer, CaseFileId file) {
    tx.read(
        em -> {
          door.require(em, viewer, Incidents.WRITE, file);
          return null;
        });
  }

  /**
   * @throws NotFound when the viewer may not know of the file
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID open(Viewer viewer, CaseFileId file, NewIncident now) {
    admit(viewer, file);
    return tx.required(
        em -> {
          Held.load(em, CaseFile.class, file.value());
          IncidentCheck.happened(viewer, now, possible(em, viewer, file));
          Incident row = new Incident(Ids.next(), file, viewer.staff(), viewer.now());
          row.happened(now.kind(), now.on(), now.at());
          row.says(seals.now(file, row.id(), IncidentCheck.words(now, null, null)));
          em.persist(row);
          em.flush();
          involve(em, row, now);
          wrote(em, viewer, "incident.opened", row);
          return row.id();
        });
  }

  /**
   * Says otherwise what happened, while it is not closed.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is closed, or a rule says no
   */
  public void amend(Viewer viewer, UUID incident, long version, NewIncident now) {
    whole(viewer, incident);
    tx.run(
        em -> {
          Incident row = held(em, incident, version);
          unfinished(row);
          IncidentCheck.happened(viewer, now, possible(em, viewer, row.file()));
          Wording before = seals.now(row.file(), incident, row.words());
          row.happened(now.kind(), now.on(), now.at());
          row.says(
              seals.now(
                  row.file(),
                  incident,
                  IncidentCheck.words(now, before.measures(), before.answer())));
          IncidentQueries queries = new IncidentQueries(em);
          queries.people(incident).forEach(em::remove);
          queries.staff(incident).forEach(em::remove);
          em.flush();
          involve(em, row, now);
          em.flush();
          queries.steps(incident).stream()
              .map(IncidentStep::doer)
              .distinct()
              .filter(doer -> !door.open(em, doer, row, viewer.today()))
              .forEach(doer -> news.takeBack(doer, row));
          wrote(em, viewer, "incident.amended", row);
        });
  }

  /** People of the family whom the viewer may name: nobody behind a wall. */
  private Set<UUID> possible(EntityManager em, Viewer viewer, CaseFileId file) {
    Set<UUID> people = new IncidentQueries(em).peopleOf(file);
    people.removeAll(door.walled(em, viewer));
    return people;
  }

  private void involve(EntityManager em, Incident row, NewIncident now) {
    now.people()
        .forEach(
            (person, part) -> em.persist(new IncidentPerson(Ids.next(), row.id(), person, part)));
    known("staff", now.staff());
    now.staff().forEach(member -> em.persist(new IncidentStaff(Ids.next(), row.id(), member)));
  }

  private void known(String field, Collection<StaffId> members) {
    if (!staff.names(members).keySet().containsAll(members)) {
      throw Refusals.refused(field, "refused.nobody");
    }
  }

  /**
   * What is to be done so that it does not happen again, and what the authority answered.
   *
   * @param measures null takes them back
   * @param answer null when there is none
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is closed, or a rule says no
   */
  public void measures(
      Viewer viewer,
      UUID incident,
      long version,
      String measures,
      String answer,
      LocalDate answeredOn) {
    whole(viewer, incident);
    String taken = IncidentCheck.optional("measures", measures);
    String answered = IncidentCheck.optional("answer", answer);
    IncidentCheck.answered(viewer, answered, answeredOn);
    tx.run(
        em -> {
          Incident row = held(em, incident, version);
          unfinished(row);
          Wording before = seals.now(row.file(), incident, row.words());
          row.says(
              seals.now(
                  row.file(),
                  incident,
                  new Wording(before.place(), before.what(), before.others(), taken, answered)));
          row.answered(answeredOn);
          wrote(em, viewer, "incident.measures", row);
        });
  }

  /**
   * Somebody of the staff did something, or told somebody. From then on they may read the incident.
   *
   * @throws org.opora.api.faults.Refused when it is closed, or a rule says no
   */
  public UUID step(Viewer viewer, UUID incident, NewStep step) {
    boolean whole = known(viewer, Incidents.WRITE, incident);
    return tx.required(
        em -> {
          Incident row = Held.hold(em, Incident.class, incident);
          unfinished(row);
          NewStep now = IncidentCheck.step(viewer, row.happenedOn(), step);
          known("doer", List.of(now.doer()));
          if (!whole && !now.doer().equals(viewer.staff())) {
            // Naming somebody opens the incident to them; that is not for whoever only helped.
            throw Refusals.refused("doer", "refused.incident-doer");
          }
          IncidentStep added = added(row, now);
          em.persist(added);
          em.flush();
          if (admitted(em, viewer, now.doer(), row)) {
            news.did(viewer, now.doer(), row);
          }
          wrote(em, viewer, "incident.step", row);
          return added.id();
        });
  }

  /**
   * Whether the page would open for whoever did something about it. Otherwise they are told
   * nothing, as a link that does not open says that there is something.
   */
  private boolean admitted(EntityManager em, Viewer viewer, StaffId doer, Incident row) {
    return viewer.may(Incidents.READ)
        && colleagues.holding(viewer, Incidents.READ, null, List.of()).contains(doer)
        && door.open(em, doer, row, viewer.today());
  }

  private IncidentStep added(Incident row, NewStep now) {
    UUID id = Ids.next();
    IncidentStep added =
        new IncidentStep(
            id, row.id(), now.doer(), now.on(), now.at(), seals.step(row.file(), id, now.what()));
    added.told(now.told(), seals.told(row.file(), id, now.toldName()), now.how());
    return added;
  }

  /**
   * The step was written down by mistake.
   *
   * @throws org.opora.api.faults.Refused when it is closed
   */
  public void withdrawStep(Viewer viewer, UUID incident, UUID step) {
    whole(viewer, incident);
    tx.run(
        em -> {
          Incident row = Held.hold(em, Incident.class, incident);
          unfinished(row);
          IncidentStep gone = Held.load(em, IncidentStep.class, step);
          if (!gone.incident().equals(incident)) {
            throw new NotFound();
          }
          em.remove(gone);
          em.flush();
          if (!IncidentDoor.did(em, gone.doer(), row)) {
            news.takeBack(gone.doer(), row);
          }
          wrote(em, viewer, "incident.step-withdrawn", row);
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused while there are no measures, or of a suspicion no
   *     authority was told
   */
  public void close(Viewer viewer, UUID incident, long version) {
    whole(viewer, incident);
    tx.run(
        em -> {
          Incident row = held(em, incident, version);
          Hindrance hindrance = row.hindrance(official(new IncidentQueries(em).steps(incident)));
          if (hindrance != null) {
            throw Refusals.refused(null, "refused.incident-" + hindrance);
          }
          row.close(viewer.today(), viewer.staff());
          wrote(em, viewer, "incident.closed", row);
        });
  }

  private static boolean official(List<IncidentStep> steps) {
    return steps.stream().anyMatch(step -> step.told() != null && step.told().official());
  }

  /**
   * Amends the words of a closed incident; how it read before stays beside it.
   *
   * @param answeredOn day of the authority's answer; null while there is none
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is not closed, would have no measures, or a rule
   *     says no
   */
  public void amendClosed(
      Viewer viewer, UUID incident, long version, Wording words, LocalDate answeredOn, String why) {
    whole(viewer, incident);
    Wording now = IncidentCheck.words(words);
    IncidentCheck.answered(viewer, now.answer(), answeredOn);
    String reason = IncidentCheck.text("why", why);
    tx.run(
        em -> {
          Incident row = held(em, incident, version);
          if (!row.closed()) {
            throw Refusals.refused(null, "refused.incident-not-closed");
          }
          Wording before = seals.now(row.file(), incident, row.words());
          if (before.measures() != null && now.measures() == null) {
            throw Refusals.refused("measures", "refused.incident-NO_MEASURES");
          }
          if (before.answer() != null && now.answer() == null) {
            throw Refusals.refused("answer", "refused.required");
          }
          em.persist(former(viewer, row, before, reason));
          row.says(seals.now(row.file(), incident, now));
          row.answered(answeredOn);
          wrote(em, viewer, "incident.amended-closed", row);
        });
  }

  private IncidentVersion former(Viewer viewer, Incident row, Wording before, String reason) {
    UUID kept = Ids.next();
    return new IncidentVersion(
        kept,
        row.id(),
        seals.former(row.file(), kept, before),
        row.answeredOn(),
        seals.why(row.file(), kept, reason),
        viewer.staff(),
        viewer.now());
  }

  /**
   * @throws NotFound also when the viewer may not know of the incident
   */
  public IncidentView view(Viewer viewer, UUID incident) {
    return tx.read(
        em -> {
          Incident row = Held.load(em, Incident.class, incident);
          boolean whole = door.require(em, viewer, Incidents.READ, row);
          return view(em, viewer, row, whole);
        });
  }

  private IncidentView view(EntityManager em, Viewer viewer, Incident row, boolean whole) {
    IncidentQueries queries = new IncidentQueries(em);
    List<IncidentPerson> people = queries.people(row.id());
    List<StaffId> there = queries.staff(row.id()).stream().map(IncidentStaff::staff).toList();
    List<IncidentStep> steps = queries.steps(row.id());
    List<IncidentVersion> versions = queries.versions(row.id());
    Map<StaffId, String> names =
        staff.names(
            Stream.of(
                    Stream.of(row.author()),
                    Stream.ofNullable(row.closedBy()),
                    there.stream(),
                    steps.stream().map(IncidentStep::doer),
                    versions.stream().map(IncidentVersion::by))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet()));
    Map<UUID, String> spoken = spoken(em, viewer, people);
    return new IncidentView(
        row.id(),
        row.version(),
        row.file(),
        labels(em, viewer, List.of(row.file())).get(row.file()),
        row.kind(),
        row.state(),
        row.happenedOn(),
        row.happenedAt(),
        seals.now(row.file(), row.id(), row.words()),
        row.answeredOn(),
        people.stream()
            .map(
                one ->
                    new IncidentView.Involved(
                        one.person(), spoken.getOrDefault(one.person().value(), ""), one.part()))
            .toList(),
        there.stream()
            .map(member -> new IncidentView.Colleague(member, names.get(member)))
            .toList(),
        steps.stream().map(step -> step(row, step, names)).toList(),
        row.hindrance(official(steps)),
        whole,
        names.get(row.author()),
        row.writtenAt(),
        row.closedOn(),
        row.closedBy() == null ? null : names.get(row.closedBy()),
        versions.stream()
            .map(
                one ->
                    new IncidentView.Former(
                        seals.former(row.file(), one.id(), one.words()),
                        one.answeredOn(),
                        seals.why(row.file(), one.id(), one.why()),
                        names.get(one.by()),
                        one.at()))
            .toList());
  }

  private IncidentView.Step step(Incident row, IncidentStep step, Map<StaffId, String> names) {
    return new IncidentView.Step(
        step.id(),
        step.on(),
        step.at(),
        names.get(step.doer()),
        seals.step(row.file(), step.id(), step.what()),
        step.told(),
        seals.told(row.file(), step.id(), step.toldName()),
        step.how());
  }

  /** Whoever may read the incident reads who was in it; the door has looked for walls. */
  private static Map<UUID, String> spoken(
      EntityManager em, Viewer viewer, List<IncidentPerson> people) {
    Map<UUID, String> spoken = new HashMap<>();
    new PeopleQueries(em)
        .rows(
            new Scope(Reach.ALL, viewer.staff(), viewer.today()),
            people.stream().map(one -> one.person().value()).distinct().toList())
        .forEach((PersonRow row) -> spoken.put(row.id(), row.name().spoken()));
    return spoken;
  }

  private Map<CaseFileId, FileLabel> labels(
      EntityManager em, Viewer viewer, Collection<CaseFileId> files) {
    return files.isEmpty() || !viewer.may(CaseFiles.READ)
        ? Map.of()
        : new LabelQueries(em).files(access.scope(viewer, CaseFiles.READ), files);
  }

  /** Days of the incidents of a file that the viewer may know of, the newest first; at most 100. */
  public List<LocalDate> days(Viewer viewer, CaseFileId file) {
    return list(viewer, new Wanted(Wanted.Show.ALL, null, null, file), null, LONGEST_PAGE)
        .items()
        .stream()
        .map(IncidentLine::on)
        .toList();
  }

  /**
   * Incidents the viewer may know of, the newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<IncidentLine> list(Viewer viewer, Wanted wanted, String after, int limit) {
    access.require(viewer, Incidents.READ);
    return tx.read(
        em -> {
          Page<IncidentRow> rows =
              new IncidentQueries(em)
                  .page(
                      access.scope(viewer, Incidents.READ),
                      door.walled(em, viewer),
                      wanted,
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          Map<CaseFileId, FileLabel> labels =
              labels(
                  em,
                  viewer,
                  rows.items().stream().map(row -> new CaseFileId(row.file())).distinct().toList());
          Map<StaffId, String> names =
              staff.names(
                  rows.items().stream()
                      .map(row -> new StaffId(row.author()))
                      .collect(Collectors.toSet()));
          return rows.map(
              row ->
                  new IncidentLine(
                      row.id(),
                      new CaseFileId(row.file()),
                      labels.get(new CaseFileId(row.file())),
                      row.kind(),
                      row.state(),
                      row.on(),
                      names.get(new StaffId(row.author())),
                      row.closedOn()));
        });
  }

  private void whole(Viewer viewer, UUID incident) {
    tx.read(
        em -> {
          door.requireWhole(em, viewer, Incidents.WRITE, Held.load(em, Incident.class, incident));
          return null;
        });
  }

  private boolean known(Viewer viewer, String permission, UUID incident) {
    return tx.read(
        em -> door.require(em, viewer, permission, Held.load(em, Incident.class, incident)));
  }

  private static Incident held(EntityManager em, UUID incident, long version) {
    Incident row = Held.hold(em, Incident.class, incident);
    Refusals.fresh(row.version(), version);
    return row;
  }

  private static void unfinished(Incident row) {
    if (row.closed()) {
      throw Refusals.refused(null, "refused.incident-CLOSED");
    }
  }

  private void wrote(EntityManager em, Viewer viewer, String action, Incident row) {
    em.flush();
    List<Subject> about =
        Stream.concat(
                Stream.of(Subject.of(row.file())),
                new IncidentQueries(em)
                    .people(row.id()).stream()
                        .map(IncidentPerson::person)
                        .distinct()
                        .map(Subject::of))
            .toList();
    audit.wrote(viewer, action, about, "incident=" + row.id());
  }
}
