package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.intake.persistence.InquiryQueries.Which;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inquiries for an agreement, from the first call to the family's file or to the refusal. */
@Component(service = InquiryDesk.class)
public final class InquiryDesk {
  private static final int LINE = 200;
  private static final int TEXT = 4000;
  private static final int LONGEST_PAGE = 100;
  private static final String ON = "on";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Staff staff;
  private final ContactLaw law;
  private final IntakeDoor door;
  private final InquirySeals seals;

  @Activate
  public InquiryDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference ContactLaw law) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.staff = staff;
    this.law = law;
    this.door = new IntakeDoor(access, audit);
    this.seals = new InquirySeals(keys);
  }

  /**
   * @param phone or another way to reach them
   * @param note what they said, or null
   * @param doer who sees to it
   */
  public record NewInquiry(LocalDate on, String name, String phone, String note, StaffId doer) {}

  /**
   * @param ground code, from the list that holds on the day
   * @param toldOn when the family was told
   * @param others bodies that were offered, one a line; empty when none
   */
  public record Refusal(String ground, LocalDate toldOn, List<String> others) {
    public Refusal {
      others = List.copyOf(others);
    }
  }

  /**
   * @param places null when the centre has set none
   * @param used agreements in force
   */
  public record Capacity(Integer places, int used) {
    /** Null when nobody has said how many places there are. */
    public Integer free() {
      return places == null ? null : Math.max(0, places - used);
    }
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, NewInquiry inquiry) {
    access.require(viewer, Intake.WRITE);
    return tx.required(
        em -> {
          Inquiry row = new Inquiry(Ids.next(), past(viewer, inquiry.on()), viewer.staff());
          write(viewer, row, inquiry, null);
          em.persist(row);
          em.flush();
          wrote(viewer, "inquiry.recorded", row);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field; also when it is settled
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID inquiry, long version, NewInquiry now) {
    change(
        viewer,
        inquiry,
        version,
        "inquiry.amended",
        (em, row) -> {
          LocalDate on = past(viewer, now.on());
          if (row.state() != InquiryState.NEW && on.isAfter(row.stateOn())) {
            throw Refusals.refused(ON, "refused.inquiry-before", row.stateOn());
          }
          write(viewer, row, now, row.doer());
        });
  }

  private void write(Viewer viewer, Inquiry row, NewInquiry inquiry, StaffId before) {
    String name = Refusals.line("name", inquiry.name(), LINE);
    String phone = Refusals.line("phone", inquiry.phone(), LINE);
    String note = Refusals.optional("note", inquiry.note(), TEXT);
    if (inquiry.doer() == null) {
      throw Refusals.refused("doer", "refused.required");
    }
    if (!inquiry.doer().equals(before) && !doers(viewer).contains(inquiry.doer())) {
      throw Refusals.refused("doer", "refused.intake-doer");
    }
    row.says(
        inquiry.on(),
        seals.name(row, name),
        seals.phone(row, phone),
        seals.note(row, note),
        inquiry.doer());
  }

  /** Colleagues who can see to it: those who may read entries of intake, the viewer among them. */
  public Set<StaffId> doers(Viewer viewer) {
    return Stream.concat(
            Stream.of(viewer.staff()),
            colleagues.holding(viewer, Intake.READ, null, List.of()).stream())
        .collect(Collectors.toSet());
  }

  /**
   * An agreement is offered, the family waits for a place, or it does not go on.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void go(Viewer viewer, UUID inquiry, long version, InquiryState next, LocalDate on) {
    change(
        viewer,
        inquiry,
        version,
        "inquiry.step",
        (em, row) -> {
          if (next == null || next == row.state() || next == InquiryState.NEW) {
            throw Refusals.refused("next", "refused.required");
          }
          if (next == InquiryState.ACCEPTED || next == InquiryState.REFUSED) {
            throw Refusals.refused("next", "refused.inquiry-own-form");
          }
          LocalDate day = after(viewer, ON, row, on);
          if (next == InquiryState.WITHDRAWN) {
            notFiled(em, ON, day);
          }
          row.goes(next, day);
        });
  }

  /**
   * Refuses for exactly one of the reasons of the law, with the places of that day beside it.
   *
   * @throws org.opora.api.faults.Refused beside the field; also when the return on that year is
   *     filed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void refuse(Viewer viewer, UUID inquiry, long version, Refusal refusal) {
    change(
        viewer,
        inquiry,
        version,
        "inquiry.refused",
        (em, row) -> {
          LocalDate told = after(viewer, "toldOn", row, refusal.toldOn());
          if (refusal.ground() == null) {
            throw Refusals.refused("ground", "refused.required");
          }
          if (law.grounds(told).stream().noneMatch(one -> one.code().equals(refusal.ground()))) {
            throw Refusals.refused("ground", "refused.inquiry-ground");
          }
          notFiled(em, "toldOn", told);
          List<String> others =
              refusal.others().stream().map(String::strip).filter(body -> !body.isEmpty()).toList();
          Refusals.optional("others", String.join("\n", others), TEXT);
          Capacity capacity = capacity(em, told);
          row.refused(
              refusal.ground(),
              told,
              seals.others(row, others),
              others.size(),
              capacity.places(),
              capacity.used());
        });
  }

  /**
   * The family gets a file: whatever opens it, opens it in the same transaction.
   *
   * @param opening the use case that opens the file
   */
  public CaseFileId accept(Viewer viewer, UUID inquiry, Supplier<CaseFileId> opening) {
    return tx.required(
        em -> {
          Inquiry row = held(em, viewer, inquiry);
          CaseFileId file = opening.get();
          row.accepted(file, viewer.today());
          audit.wrote(viewer, "inquiry.accepted", List.of(Subject.of(file)), "inquiry=" + row.id());
          return file;
        });
  }

  private Inquiry held(EntityManager em, Viewer viewer, UUID inquiry) {
    Inquiry row = Held.hold(em, Inquiry.class, inquiry);
    door.require(viewer, Intake.WRITE, row.file(), row.recordedBy(), row.doer());
    if (!row.state().open()) {
      throw Refusals.refused(null, "refused.inquiry-settled", row.stateOn());
    }
    return row;
  }

  private void change(Viewer viewer, UUID inquiry, long version, String action, Change change) {
    Inquiry seen = tx.read(em -> Held.load(em, Inquiry.class, inquiry));
    door.require(viewer, Intake.WRITE, seen.file(), seen.recordedBy(), seen.doer());
    tx.run(
        em -> {
          Inquiry row = Held.hold(em, Inquiry.class, inquiry);
          Refusals.fresh(row.version(), version);
          if (!row.state().open()) {
            throw Refusals.refused(null, "refused.inquiry-settled", row.stateOn());
          }
          change.to(em, row);
          wrote(viewer, action, row);
        });
  }

  private static LocalDate past(Viewer viewer, LocalDate on) {
    if (Refusals.day(ON, on).isAfter(viewer.today())) {
      throw Refusals.refused(ON, "refused.future", on);
    }
    return on;
  }

  private static LocalDate after(Viewer viewer, String field, Inquiry row, LocalDate on) {
    Refusals.day(field, on);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", on);
    }
    if (on.isBefore(row.stateOn())) {
      throw Refusals.refused(field, "refused.inquiry-after", row.stateOn());
    }
    return on;
  }

  /** What a filed return counts is not changed any more. */
  private static void notFiled(EntityManager em, String field, LocalDate day) {
    if (em.find(YearlyReturn.class, day.getYear()) != null) {
      throw Refusals.refused(field, "refused.inquiry-filed", day.getYear());
    }
  }

  private void wrote(Viewer viewer, String action, Inquiry row) {
    audit.wrote(
        viewer,
        action,
        row.file() == null ? List.of() : List.of(Subject.of(row.file())),
        "inquiry=" + row.id());
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  public InquiryLine view(Viewer viewer, UUID inquiry) {
    return tx.read(
        em -> {
          Inquiry row = Held.load(em, Inquiry.class, inquiry);
          door.require(viewer, Intake.READ, row.file(), row.recordedBy(), row.doer());
          return lines(em, List.of(row)).get(0);
        });
  }

  /**
   * The newest first; the waiting list by the day since when they wait.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<InquiryLine> list(Viewer viewer, Which which, String after, int limit) {
    access.require(viewer, Intake.READ);
    return tx.read(
        em -> {
          Page<Inquiry> page =
              new InquiryQueries(em)
                  .page(
                      access.scope(viewer, Intake.READ),
                      access.scope(viewer, CaseFiles.READ),
                      which,
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines(em, page.items()), page.next());
        });
  }

  /** Places and agreements on the day. */
  public Capacity capacity(Viewer viewer, LocalDate day) {
    access.require(viewer, Intake.READ);
    return tx.read(em -> capacity(em, day));
  }

  static Capacity capacity(EntityManager em, LocalDate day) {
    OptionalInt places = IntakeFigures.on(em, FigureKind.PLACES, day);
    return new Capacity(
        places.isPresent() ? places.getAsInt() : null, new InquiryQueries(em).inForce(day));
  }

  private List<InquiryLine> lines(EntityManager em, List<Inquiry> rows) {
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.doer(), row.recordedBy()))
                .collect(Collectors.toSet()));
    boolean waiting = rows.stream().anyMatch(row -> row.state() == InquiryState.WAITING);
    Map<UUID, Integer> places = waiting ? new InquiryQueries(em).places() : Map.of();
    return rows.stream()
        .map(
            row ->
                new InquiryLine(
                    row.id(),
                    row.version(),
                    row.askedOn(),
                    seals.name(row),
                    seals.phone(row),
                    seals.note(row),
                    row.state(),
                    row.stateOn(),
                    row.waitingSince(),
                    places.get(row.id()),
                    row.ground() == null ? null : law.words(row.ground()),
                    seals.others(row),
                    row.othersOffered(),
                    row.placesThen(),
                    row.usedThen(),
                    row.file(),
                    row.doer(),
                    names.get(row.doer()),
                    names.get(row.recordedBy()),
                    row.anonymisedOn()))
        .toList();
  }

  /** What is done to an inquiry whose row is held. */
  @FunctionalInterface
  private interface Change {
    void to(EntityManager em, Inquiry row);
  }
}
