package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.Inquiry.Grounds;
import org.opora.registry.intake.domain.InquiryCorrection;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A step, a reason or a day recorded by mistake is put right, with a reason, until the return on
 * the year is filed. What stood there before stays.
 */
@Component(service = InquiryCorrections.class)
public final class InquiryCorrections {
  private static final String ON = "on";
  private static final String STATE = "state";
  private static final String SINCE = "waitingSince";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final ContactLaw law;
  private final IntakeDoor door;
  private final InquirySeals seals;
  private final InquiryRules rules;
  private final InquiryTasks reminders;

  @Activate
  public InquiryCorrections(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference ContactLaw law) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.law = law;
    this.door = new IntakeDoor(access, audit);
    this.seals = new InquirySeals(keys);
    this.rules = new InquiryRules(law, seals);
    this.reminders = new InquiryTasks(tasks, messages, law);
  }

  /**
   * How it is right.
   *
   * @param on since when; for a refusal the day on which the family was told
   * @param waitingSince from which day the family waits; null when it never was on the list, or for
   *     the day itself
   * @param ground code of a refusal, null otherwise
   * @param others bodies that were offered; empty when none
   */
  public record Correction(
      InquiryState state,
      LocalDate on,
      LocalDate waitingSince,
      String ground,
      List<String> others,
      String reason) {
    public Correction {
      others = List.copyOf(others);
    }
  }

  /**
   * What stood there before.
   *
   * @param ground reason of a refusal, or null
   * @param reason why it was put right; null when it has been deleted
   * @param founded the file that had been opened for it; null when there is none, or the viewer may
   *     not know of it
   */
  public record Before(
      LocalDate correctedOn,
      String correctedBy,
      InquiryState state,
      LocalDate stateOn,
      LocalDate waitingSince,
      Text ground,
      String reason,
      FileLabel founded) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field; also when a return that counts it is
   *     filed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void correct(Viewer viewer, UUID inquiry, long version, Correction now) {
    access.require(viewer, Intake.RETURN);
    Inquiry seen = tx.read(em -> Held.load(em, Inquiry.class, inquiry));
    door.require(viewer, Intake.WRITE, seen.file(), seen.recordedBy(), seen.doer());
    tx.run(
        em -> {
          Inquiry row = Held.hold(em, Inquiry.class, inquiry);
          Refusals.fresh(row.version(), version);
          LocalDate on = day(em, viewer, row, now);
          LocalDate since = since(viewer, row, now, on);
          InquiryCorrection before =
              new InquiryCorrection(Ids.next(), row, viewer.today(), viewer.staff());
          before.because(
              seals.reason(before, Refusals.line("reason", now.reason(), InquiryRules.TEXT)));
          Grounds grounds =
              now.state() == InquiryState.REFUSED
                  ? rules.grounds(em, row, ON, on, now.ground(), now.others())
                  : null;
          row.corrected(now.state(), on, since, grounds);
          em.persist(before);
          reminders.follow(em, viewer, row, row.doer());
          audit.wrote(
              viewer,
              "inquiry.corrected",
              row.file() == null ? List.of() : List.of(Subject.of(row.file())),
              "inquiry=" + row.id() + ";from=" + before.state() + ";to=" + row.state());
        });
  }

  private static LocalDate day(EntityManager em, Viewer viewer, Inquiry row, Correction now) {
    if (row.anonymisedOn() != null) {
      throw Refusals.refused(null, "refused.inquiry-forgotten", row.anonymisedOn());
    }
    if (now.state() == null) {
      throw Refusals.refused(STATE, "refused.required");
    }
    if (row.state() == InquiryState.ACCEPTED != (now.state() == InquiryState.ACCEPTED)) {
      throw Refusals.refused(STATE, "refused.inquiry-accepted-stays");
    }
    if (!row.state().open()) {
      InquiryRules.notFiled(em, null, row.stateOn());
    }
    LocalDate on =
        now.state() == InquiryState.NEW ? row.askedOn() : InquiryRules.past(viewer, ON, now.on());
    if (on.isBefore(row.askedOn())) {
      throw Refusals.refused(ON, "refused.inquiry-before-asked", row.askedOn());
    }
    if (!now.state().open()) {
      InquiryRules.notFiled(em, ON, on);
    }
    return on;
  }

  private static LocalDate since(Viewer viewer, Inquiry row, Correction now, LocalDate on) {
    LocalDate since =
        now.waitingSince() == null && now.state() == InquiryState.WAITING ? on : now.waitingSince();
    if (since == null) {
      return null;
    }
    InquiryRules.past(viewer, SINCE, since);
    if (since.isBefore(row.askedOn())) {
      throw Refusals.refused(SINCE, "refused.inquiry-before-asked", row.askedOn());
    }
    return since;
  }

  /** The newest first. */
  public List<Before> of(Viewer viewer, UUID inquiry) {
    return tx.read(
        em -> {
          Inquiry row = Held.load(em, Inquiry.class, inquiry);
          door.require(viewer, Intake.READ, row.file(), row.recordedBy(), row.doer());
          List<InquiryCorrection> all = new InquiryQueries(em).corrections(inquiry);
          Map<StaffId, String> names =
              staff.names(
                  all.stream().map(InquiryCorrection::correctedBy).collect(Collectors.toSet()));
          Map<CaseFileId, FileLabel> files = founded(em, viewer, all);
          return all.stream()
              .map(
                  one ->
                      new Before(
                          one.correctedOn(),
                          names.get(one.correctedBy()),
                          one.state(),
                          one.stateOn(),
                          one.waitingSince(),
                          one.ground() == null ? null : law.words(one.ground()),
                          seals.reason(one),
                          files.get(one.foundedFile())))
              .toList();
        });
  }

  private Map<CaseFileId, FileLabel> founded(
      EntityManager em, Viewer viewer, List<InquiryCorrection> all) {
    return new LabelQueries(em)
        .listed(
            access.scope(viewer, CaseFiles.READ),
            all.stream()
                .map(InquiryCorrection::foundedFile)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
  }
}
