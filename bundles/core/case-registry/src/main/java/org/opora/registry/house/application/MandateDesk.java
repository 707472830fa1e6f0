package org.opora.registry.house.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.Mandate;
import org.opora.registry.house.domain.MandateState;
import org.opora.registry.house.domain.MandateStateBefore;
import org.opora.registry.house.domain.NotifyBy;
import org.opora.registry.house.persistence.HouseQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The mandate of the centre. What it covers is a row of dated states; a change that the region must
 * be told of becomes a task of whoever writes it down, and so does the copy of a new insurance.
 */
@Component(service = MandateDesk.class)
public final class MandateDesk {
  private static final int LINE = 200;
  private static final int SHORT = 60;
  private static final int TEXT = 1000;
  private static final int PLACES = 4000;
  private static final int MOST = 100_000;
  private static final String MANDATE = "mandate=";
  private static final String PAGE = "/house/mandate";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final Tasks tasks;
  private final Messages messages;
  private final LawShelf law;
  private final MandateProof proof;

  @Activate
  public MandateDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages,
      @Reference LawShelf law,
      @Reference Evidence evidence) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.tasks = tasks;
    this.messages = messages;
    this.law = law;
    this.proof = new MandateProof(evidence);
  }

  /** Every mandate, the newest first. */
  public List<MandateView> all(Viewer viewer) {
    access.require(viewer, House.READ);
    return tx.read(
        em -> {
          HouseQueries queries = new HouseQueries(em);
          return views(viewer.today(), queries, queries.mandates());
        });
  }

  /**
   * @throws org.opora.api.faults.NotFound when there is none
   */
  public MandateView view(Viewer viewer, UUID mandate) {
    access.require(viewer, House.READ);
    return tx.read(
        em ->
            views(
                    viewer.today(),
                    new HouseQueries(em),
                    List.of(Held.load(em, Mandate.class, mandate)))
                .get(0));
  }

  /** However many there are, their states, corrections and names are asked for once. */
  private List<MandateView> views(LocalDate today, HouseQueries queries, List<Mandate> rows) {
    List<MandateState> states = queries.states();
    List<MandateStateBefore> before = queries.corrections();
    Map<StaffId, String> names =
        staff.names(
            Stream.concat(
                    states.stream().map(MandateState::enteredBy),
                    before.stream().map(MandateStateBefore::enteredBy))
                .collect(Collectors.toSet()));
    Map<UUID, List<MandateView.Before>> former =
        before.stream()
            .collect(
                Collectors.groupingBy(
                    MandateStateBefore::state,
                    Collectors.mapping(one -> before(one, names), Collectors.toList())));
    Map<UUID, List<MandateView.State>> shown =
        states.stream()
            .collect(
                Collectors.groupingBy(
                    MandateState::mandate,
                    Collectors.mapping(
                        one -> state(one, names, former.getOrDefault(one.id(), List.of())),
                        Collectors.toList())));
    return rows.stream()
        .map(row -> view(today, row, shown.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static MandateView view(LocalDate today, Mandate row, List<MandateView.State> shown) {
    boolean inForce =
        !row.inForceFrom().isAfter(today) && (row.until() == null || !row.until().isBefore(today));
    MandateView.State now =
        inForce
            ? shown.stream()
                .filter(one -> !one.text().from().isAfter(today))
                .findFirst()
                .orElse(null)
            : null;
    return new MandateView(
        row.id(),
        row.version(),
        new NewMandate(
            row.number(),
            row.region(),
            row.regionName(),
            row.decidedOn(),
            row.inForceFrom(),
            row.until()),
        inForce,
        now,
        shown);
  }

  private MandateView.Before before(MandateStateBefore row, Map<StaffId, String> names) {
    return new MandateView.Before(
        new NewState(row.from(), row.activities(), row.places(), row.capacity(), row.what()),
        row.activities().stream().map(law::activity).toList(),
        names.get(row.enteredBy()),
        row.enteredOn(),
        row.correctedOn());
  }

  private MandateView.State state(
      MandateState row, Map<StaffId, String> names, List<MandateView.Before> before) {
    return new MandateView.State(
        row.id(),
        row.version(),
        new NewState(row.from(), row.activities(), row.places(), row.capacity(), row.what()),
        row.activities().stream().map(law::activity).toList(),
        names.get(row.enteredBy()),
        row.enteredOn(),
        row.notifyBy() == null && !row.first() && row.notifiedOn() == null
            ? notifyBy(row.from(), null)
            : row.notifyBy(),
        row.notifiedOn(),
        before);
  }

  /** Codes of the activities that some mandate covers today. */
  public Set<String> activities(Viewer viewer) {
    return activities(all(viewer));
  }

  /**
   * @param mandates all of them
   */
  static Set<String> activities(List<MandateView> mandates) {
    Set<String> codes = new HashSet<>();
    mandates.stream()
        .filter(one -> one.now() != null)
        .forEach(one -> codes.addAll(one.now().text().activities()));
    return codes;
  }

  /** Agreements in force today against what the mandates are for. */
  public MandateView.Capacity capacity(Viewer viewer) {
    return capacity(viewer, all(viewer));
  }

  /**
   * @param mandates all of them
   */
  public MandateView.Capacity capacity(Viewer viewer, List<MandateView> mandates) {
    access.require(viewer, House.READ);
    List<Integer> said =
        mandates.stream()
            .map(MandateView::now)
            .filter(now -> now != null && now.text().capacity() != null)
            .map(now -> now.text().capacity())
            .toList();
    long used = tx.read(em -> new HouseQueries(em).agreements(viewer.today()));
    return new MandateView.Capacity(
        said.isEmpty() ? null : said.stream().mapToInt(Integer::intValue).sum(), used);
  }

  /**
   * @param first what it covers from its first day on
   */
  public UUID add(Viewer viewer, NewMandate mandate, NewState first) {
    access.require(viewer, House.WRITE);
    NewMandate checked = check(mandate);
    NewState state =
        check(
            new NewState(
                checked.inForceFrom(), first.activities(), first.places(), first.capacity(), null),
            List.of());
    return tx.required(
        em -> {
          Mandate row = new Mandate(Ids.next());
          write(row, checked);
          em.persist(row);
          em.flush();
          MandateState begin =
              new MandateState(Ids.next(), row.id(), viewer.staff(), viewer.today());
          write(begin, state, null);
          em.persist(begin);
          proof.tellMandates(new HouseQueries(em).mandates());
          audit.wrote(viewer, "mandate.added", List.of(), MANDATE + row.id());
          return row.id();
        });
  }

  /** Corrects what was written down about the decision. */
  public void amend(Viewer viewer, UUID mandate, long version, NewMandate now) {
    access.require(viewer, House.WRITE);
    NewMandate checked = check(now);
    tx.run(
        em -> {
          Mandate row = Held.hold(em, Mandate.class, mandate);
          Refusals.fresh(row.version(), version);
          List<MandateState> states = new HouseQueries(em).states(mandate);
          states.stream()
              .filter(state -> !state.first() && !state.from().isAfter(checked.inForceFrom()))
              .findFirst()
              .ifPresent(
                  state -> {
                    throw Refusals.refused(
                        "inForceFrom", "refused.mandate-changed-before", state.from());
                  });
          states.stream()
              .filter(state -> checked.until() != null && state.from().isAfter(checked.until()))
              .findFirst()
              .ifPresent(
                  state -> {
                    throw Refusals.refused("until", "refused.mandate-changed-after", state.from());
                  });
          write(row, checked);
          states.stream()
              .filter(state -> state.first() && !state.from().equals(checked.inForceFrom()))
              .forEach(
                  state ->
                      correct(
                          em,
                          viewer,
                          state,
                          new NewState(
                              checked.inForceFrom(),
                              state.activities(),
                              state.places(),
                              state.capacity(),
                              null),
                          null));
          proof.tellMandates(new HouseQueries(em).mandates());
          audit.wrote(viewer, "mandate.amended", List.of(), MANDATE + mandate);
        });
  }

  /** Something is different from a day on; the region is told of it in time. */
  public UUID change(Viewer viewer, UUID mandate, NewState state) {
    access.require(viewer, House.WRITE);
    return tx.required(
        em -> {
          Mandate of = Held.hold(em, Mandate.class, mandate);
          NewState checked = check(of, state, new HouseQueries(em).states(mandate), null);
          MandateState row = new MandateState(Ids.next(), mandate, viewer.staff(), viewer.today());
          write(row, checked, notifyBy(checked.from(), null));
          em.persist(row);
          em.flush();
          proof.tell(row);
          task(viewer, row);
          audit.wrote(viewer, "mandate.changed", List.of(), MANDATE + mandate);
          return row.id();
        });
  }

  /** Corrects a state that was written down. */
  public void amendState(Viewer viewer, UUID mandate, UUID state, long version, NewState now) {
    access.require(viewer, House.WRITE);
    tx.run(
        em -> {
          Mandate of = Held.hold(em, Mandate.class, mandate);
          MandateState row = held(em, mandate, state, version);
          List<MandateState> states = new HouseQueries(em).states(mandate);
          if (row.first()) {
            NewState checked =
                check(
                    new NewState(row.from(), now.activities(), now.places(), now.capacity(), null),
                    kept(states));
            correct(em, viewer, row, checked, null);
          } else {
            NewState checked = check(of, now, states, state);
            boolean sameDay = checked.from().equals(row.from()) && row.notifyBy() != null;
            correct(
                em,
                viewer,
                row,
                checked,
                sameDay ? row.notifyBy() : notifyBy(checked.from(), row.notifyBy()));
            proof.tell(row);
            if (row.notifiedOn() == null) {
              task(viewer, row);
            }
          }
          audit.wrote(viewer, "mandate.state-amended", List.of(), MANDATE + mandate);
        });
  }

  /** What the state said before stays readable. */
  private static void correct(
      EntityManager em, Viewer viewer, MandateState row, NewState now, LocalDate notifyBy) {
    em.persist(new MandateStateBefore(Ids.next(), row, viewer.today()));
    write(row, now, notifyBy);
    row.corrected(viewer.staff(), viewer.today());
  }

  /**
   * The region was told on this day.
   *
   * @param day null when it was recorded by mistake: then it is to be done again
   */
  public void notified(Viewer viewer, UUID mandate, UUID state, long version, LocalDate day) {
    access.require(viewer, House.WRITE);
    LocalDate on = day == null ? null : past(viewer, "day", day);
    tx.run(
        em -> {
          MandateState row = held(em, mandate, state, version);
          if (row.first()) {
            throw Refusals.refused("day", "refused.mandate-first");
          }
          notYet(on, row.notifiedOn());
          row.notified(on);
          proof.tell(row);
          if (on == null) {
            tasks.undone(Refusals.BUNDLE, row.id());
            task(viewer, row);
          } else {
            tasks.doneBy(viewer, Refusals.BUNDLE, row.id());
          }
          audit.wrote(viewer, "mandate.notified", List.of(), MANDATE + mandate);
        });
  }

  /** Only what was recorded can be taken back. */
  private static void notYet(LocalDate now, LocalDate before) {
    if (now == null && before == null) {
      throw Refusals.refused("day", "refused.required");
    }
  }

  /**
   * @param known what stands when no installed law says the day: a pack that is being exchanged
   *     takes no task away
   */
  private LocalDate notifyBy(LocalDate from, LocalDate known) {
    return law.changeByDay(from).map(day -> NotifyBy.of(from, day)).orElse(known);
  }

  private void task(Viewer viewer, MandateState row) {
    if (row.notifyBy() != null) {
      put(
          viewer,
          Kinds.MANDATE_CHANGED,
          row.id(),
          "task.mandate-change",
          row.notifyBy(),
          PAGE + "/" + row.mandate());
    }
  }

  /** What stands in the list of duties, with its day and its paragraph, is no task beside it. */
  private void put(
      Viewer viewer, String event, UUID source, String what, LocalDate due, String href) {
    if (law.counts(event)) {
      tasks.withdraw(Refusals.BUNDLE, source);
      return;
    }
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE, source, null, null, messages.title(what), viewer.staff(), due, href));
  }

  /** Every liability insurance, the newest first. */
  public List<MandateView.Insured> insurances(Viewer viewer) {
    access.require(viewer, House.READ);
    return tx.read(
        em ->
            new HouseQueries(em)
                .insurances().stream().map(row -> insured(viewer.today(), row)).toList());
  }

  public MandateView.Insured insurance(Viewer viewer, UUID insurance) {
    access.require(viewer, House.READ);
    return tx.read(em -> insured(viewer.today(), Held.load(em, Insurance.class, insurance)));
  }

  /** A day that no pack said when it was written down is said as soon as one does. */
  private MandateView.Insured insured(LocalDate today, Insurance row) {
    LocalDate sendBy =
        row.sendBy() == null && row.sentOn() == null
            ? sendBy(row.concludedOn(), null)
            : row.sendBy();
    return new MandateView.Insured(
        row.id(),
        row.version(),
        new NewInsurance(
            row.insurer(), row.contract(), row.concludedOn(), row.since(), row.until()),
        row.inForce(today),
        sendBy,
        row.sentOn());
  }

  public UUID addInsurance(Viewer viewer, NewInsurance insurance) {
    access.require(viewer, House.WRITE);
    NewInsurance checked = check(viewer, insurance);
    return tx.required(
        em -> {
          Insurance row = new Insurance(Ids.next());
          write(row, checked, sendBy(checked.concludedOn(), null));
          em.persist(row);
          em.flush();
          proof.tellInsurances(new HouseQueries(em).insurances());
          task(viewer, row);
          audit.wrote(viewer, "insurance.added", List.of(), "insurance=" + row.id());
          return row.id();
        });
  }

  public void amendInsurance(Viewer viewer, UUID insurance, long version, NewInsurance now) {
    access.require(viewer, House.WRITE);
    NewInsurance checked = check(viewer, now);
    tx.run(
        em -> {
          Insurance row = Held.hold(em, Insurance.class, insurance);
          Refusals.fresh(row.version(), version);
          boolean sameDay = checked.concludedOn().equals(row.concludedOn()) && row.sendBy() != null;
          write(row, checked, sameDay ? row.sendBy() : sendBy(checked.concludedOn(), row.sendBy()));
          proof.tellInsurances(new HouseQueries(em).insurances());
          if (row.sentOn() == null) {
            task(viewer, row);
          }
          audit.wrote(viewer, "insurance.amended", List.of(), "insurance=" + insurance);
        });
  }

  /**
   * A copy went to the region on this day.
   *
   * @param day null when it was recorded by mistake: then it is to be done again
   */
  public void sent(Viewer viewer, UUID insurance, long version, LocalDate day) {
    access.require(viewer, House.WRITE);
    LocalDate on = day == null ? null : past(viewer, "day", day);
    tx.run(
        em -> {
          Insurance row = Held.hold(em, Insurance.class, insurance);
          Refusals.fresh(row.version(), version);
          notYet(on, row.sentOn());
          row.sent(on);
          proof.tellInsurances(new HouseQueries(em).insurances());
          if (on == null) {
            tasks.undone(Refusals.BUNDLE, row.id());
            task(viewer, row);
          } else {
            tasks.doneBy(viewer, Refusals.BUNDLE, row.id());
          }
          audit.wrote(viewer, "insurance.sent", List.of(), "insurance=" + insurance);
        });
  }

  private void task(Viewer viewer, Insurance row) {
    if (row.sendBy() != null) {
      put(viewer, Kinds.INSURANCE_CONCLUDED, row.id(), "task.insurance-copy", row.sendBy(), PAGE);
    }
  }

  private static MandateState held(EntityManager em, UUID mandate, UUID state, long version) {
    MandateState row = Held.hold(em, MandateState.class, state);
    if (!row.mandate().equals(mandate)) {
      throw new NotFound();
    }
    Refusals.fresh(row.version(), version);
    return row;
  }

  private static NewMandate check(NewMandate mandate) {
    LocalDate decided = Refusals.day("decidedOn", mandate.decidedOn());
    LocalDate from = Refusals.day("inForceFrom", mandate.inForceFrom());
    Refusals.inOrder("inForceFrom", decided, from);
    Refusals.inOrder("until", from, mandate.until());
    return new NewMandate(
        Refusals.line("number", mandate.number(), SHORT),
        mandate.region(),
        Refusals.line("region", mandate.regionName(), LINE),
        decided,
        from,
        mandate.until());
  }

  /** What the mandate has covered at any time stays, also when no installed pack knows it. */
  private static Set<String> kept(List<MandateState> states) {
    return states.stream()
        .flatMap(state -> state.activities().stream())
        .collect(Collectors.toSet());
  }

  private NewState check(Mandate of, NewState state, List<MandateState> others, UUID self) {
    LocalDate from = Refusals.day("from", state.from());
    if (!from.isAfter(of.inForceFrom())) {
      throw Refusals.refused("from", "refused.mandate-not-yet", from, of.inForceFrom());
    }
    if (of.until() != null && from.isAfter(of.until())) {
      throw Refusals.refused("from", "refused.mandate-over", from, of.until());
    }
    if (others.stream().anyMatch(one -> one.from().equals(from) && !one.id().equals(self))) {
      throw Refusals.refused("from", "refused.mandate-same-day", from);
    }
    NewState checked = check(state, kept(others));
    return new NewState(
        from,
        checked.activities(),
        checked.places(),
        checked.capacity(),
        Refusals.line("what", state.what(), TEXT));
  }

  /**
   * @param kept activities that stay although no installed pack knows them
   */
  private NewState check(NewState state, Collection<String> kept) {
    Set<String> known =
        law.activities().stream().map(MandateLaw.Activity::code).collect(Collectors.toSet());
    known.addAll(kept);
    List<String> activities = state.activities().stream().distinct().toList();
    activities.stream()
        .filter(code -> !known.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw Refusals.refused("activities", "refused.mandate-unknown-activity", code);
            });
    if (activities.isEmpty()) {
      throw Refusals.refused("activities", "refused.mandate-no-activity");
    }
    List<String> places =
        state.places().stream().map(String::strip).filter(place -> !place.isEmpty()).toList();
    Refusals.optional("places", String.join("\n", places), PLACES);
    if (Optional.ofNullable(state.capacity()).filter(n -> n < 0 || n > MOST).isPresent()) {
      throw Refusals.refused("capacity", "refused.required");
    }
    return new NewState(state.from(), activities, places, state.capacity(), null);
  }

  private static NewInsurance check(Viewer viewer, NewInsurance insurance) {
    LocalDate concluded = past(viewer, "concludedOn", insurance.concludedOn());
    LocalDate since = Refusals.day("since", insurance.since());
    Refusals.inOrder("until", since, insurance.until());
    return new NewInsurance(
        Refusals.line("insurer", insurance.insurer(), LINE),
        Refusals.optional("contract", insurance.contract(), SHORT),
        concluded,
        since,
        insurance.until());
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate day) {
    LocalDate on = Refusals.day(field, day);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.house-future", on);
    }
    return on;
  }

  private static void write(Mandate row, NewMandate mandate) {
    row.says(
        mandate.number(),
        mandate.region(),
        mandate.regionName(),
        mandate.decidedOn(),
        mandate.inForceFrom(),
        mandate.until());
  }

  private static void write(MandateState row, NewState state, LocalDate notifyBy) {
    row.says(
        state.from(), state.activities(), state.places(), state.capacity(), state.what(), notifyBy);
  }

  private LocalDate sendBy(LocalDate concluded, LocalDate known) {
    return law.insuranceDays(concluded).map(concluded::plusDays).orElse(known);
  }

  private static void write(Insurance row, NewInsurance insurance, LocalDate sendBy) {
    row.says(
        insurance.insurer(),
        insurance.contract(),
        insurance.concludedOn(),
        insurance.since(),
        insurance.until(),
        sendBy);
  }
}
