package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.AgreementRule.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.Ending;
import org.opora.registry.files.domain.OvertakenEnd;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How agreements end: notice, an arrangement of both parties, or by law; then winding down until
 * everything is done. The last day is computed, and what the law does not allow is refused.
 */
@Component(service = EndingsDesk.class)
public final class EndingsDesk {
  private static final int REASON = 500;
  private static final String PLACE = "AGREEMENT.END_REASON";
  private static final String NOTICE = "agreement-notice";
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final FileStory story;
  private final LawBook law;
  private final Keys keys;
  private final OneAgreement one;
  private final TakeOver takeOver;
  private final FollowUpTasks followUps;
  private final DropReasons reasons;

  @Activate
  public EndingsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference LawBook law,
      @Reference Keys keys,
      @Reference OneAgreement one,
      @Reference TakeOver takeOver,
      @Reference FollowUpTasks followUps,
      @Reference ContactLaw contacts) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.story = story;
    this.law = law;
    this.keys = keys;
    this.one = one;
    this.takeOver = takeOver;
    this.followUps = followUps;
    this.reasons = new DropReasons(contacts);
  }

  /** Agreements of the file with their way, newest first. */
  public List<AgreementLife> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          Map<AgreementId, List<StepTaken>> steps =
              new ProposalSteps(em).of(file, reasons, new StepSeals(keys));
          Map<AgreementId, List<OvertakenEnd>> overtaken = overtaken(em, file);
          List<Agreement> all = AgreementRows.all(em, file);
          Set<AgreementId> signed = AgreementRows.onlySigned(em, all);
          Map<UUID, LocalDate> optedIn = AgreementRows.optedIn(em, file);
          return all.stream()
              .sorted(Comparator.comparing(Agreement::concludedOn).reversed())
              .map(
                  row -> {
                    AgreementId id = new AgreementId(row.id());
                    return life(
                        row,
                        viewer.today(),
                        last(overtaken.getOrDefault(id, List.of())),
                        optedIn.get(row.id()),
                        steps.getOrDefault(id, List.of()),
                        signed.contains(id),
                        takeOver.endTyped(em, row));
                  })
              .toList();
        });
  }

  /** The first one first: notice, then an agreed end; an end by law is overtaken by none. */
  private static Map<AgreementId, List<OvertakenEnd>> overtaken(EntityManager em, CaseFileId file) {
    return em
        .createQuery(
            "SELECT e FROM OvertakenEnd e WHERE e.file = :file ORDER BY e.lastDay DESC",
            OvertakenEnd.class)
        .setParameter("file", file.value())
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(OvertakenEnd::agreement));
  }

  private static List<OvertakenEnd> overtaken(
      EntityManager em, CaseFileId file, AgreementId agreement) {
    return overtaken(em, file).getOrDefault(agreement, List.of());
  }

  /** Null when there is none. */
  private static OvertakenEnd last(List<OvertakenEnd> overtaken) {
    return overtaken.isEmpty() ? null : overtaken.get(overtaken.size() - 1);
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public AgreementLife find(Viewer viewer, CaseFileId file, AgreementId agreement) {
    return of(viewer, file).stream()
        .filter(life -> life.agreement().id().equals(agreement))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Grounds to choose from; empty when this way of ending asks for none. */
  public List<Ground> grounds(EndingWay way, CareKind kind) {
    return rules().grounds(way, kind);
  }

  /** Whether the law gives the last day, so that it may be left empty. */
  public boolean computes(EndingWay way, AgreementLife life, LocalDate on) {
    return rules(life.optedIn()).computes(way, life.concludedOn(), on);
  }

  /** Hint that the agreement keeps the rules of before; null when it does not. */
  public Text former(AgreementLife life, LocalDate on) {
    return rules(life.optedIn()).former(life.concludedOn(), on);
  }

  /**
   * What would happen; nothing is written.
   *
   * @throws org.opora.api.faults.Refused when this end is not possible, or the law pack that knows
   *     is away
   */
  public Outlook outlook(Viewer viewer, CaseFileId file, AgreementId agreement, NewEnding ending) {
    AgreementLife life = find(viewer, file, agreement);
    Agreements.Agreement now = life.agreement();
    boolean overtakes = life.mayEndEarlier(ending.way());
    checkOpen(now.endedOn(), overtakes, life.closedOn());
    Outlook outlook =
        new EndingRules(law.agreementsOrRefuse(), life.optedIn())
            .decide(now.kind(), life.signedOn(), now.concludedOn(), ending, viewer.today());
    checkEarlier(ending, outlook, now.endedOn());
    return outlook;
  }

  /**
   * Writes the end down.
   *
   * @throws org.opora.api.faults.Refused when this end is not possible
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public Outlook end(Viewer viewer, AgreementId agreement, long version, NewEnding ending) {
    String reason = Refusals.optional("reason", ending.reason(), REASON);
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    return change.in(
        viewer,
        file,
        "agreement.ended",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          Agreement row = rows.held(agreement);
          Refusals.fresh(row.version(), version);
          boolean overtakes = overtakes(row, ending);
          checkOpen(row.endedOn(), overtakes, row.closedOn());
          Optional<LawBook.Entry> entry = law.agreementsOrRefuse();
          Outlook outlook =
              new EndingRules(entry, AgreementRows.optedIn(em, row))
                  .decide(
                      row.kind(),
                      row.signedOn(),
                      row.concludedOn(),
                      with(ending, reason),
                      viewer.today());
          checkEarlier(ending, outlook, row.endedOn());
          if (overtakes) {
            em.persist(new OvertakenEnd(Ids.next(), row));
          }
          rows.alone(agreement, row.concludedOn(), outlook.lastDay());
          OneAgreement.Watch watch = one.watch(em, file);
          row.ends(
              new Ending(
                  ending.way(),
                  ending.ground(),
                  ending.on(),
                  keys.seal(Subject.of(file), PLACE, agreement.value(), reason),
                  entry.map(LawBook.Entry::set).orElse(null)),
              outlook.lastDay());
          rows.windDown();
          watch.note(viewer);
          if (ending.way().notice()) {
            story.happened(viewer, file, NOTICE, agreement.value(), ending.on());
          }
          story.agreement(viewer, row);
          followUps.follow(em, viewer, row, dues(row, overtaken(em, file, agreement)));
          return outlook;
        });
  }

  private static void checkOpen(LocalDate endedOn, boolean overtakes, LocalDate closedOn) {
    if (endedOn != null && !overtakes || closedOn != null) {
      throw Refusals.refused(null, "refused.agreement-ended", endedOn);
    }
  }

  private static boolean overtakes(Agreement row, NewEnding ending) {
    return row.ending() != null && ending.way().overtakes(row.ending().way()) && !row.neverBegan();
  }

  /**
   * @param running last day by the end that is running; null when none is
   */
  private static void checkEarlier(NewEnding ending, Outlook outlook, LocalDate running) {
    if (running != null && !outlook.lastDay().isBefore(running)) {
      String field = ending.way() == EndingWay.BY_LAW ? "on" : "lastDay";
      throw Refusals.refused(field, "refused.agreement-ended-earlier", outlook.lastDay(), running);
    }
  }

  /**
   * The record of the end was a mistake: the agreement goes on, or ends as it would have without
   * it.
   *
   * @throws org.opora.api.faults.Refused when another agreement has followed, or it is closed
   */
  public void takeBack(Viewer viewer, AgreementId agreement, long version) {
    takeBack(viewer, agreement, version, row -> story.didNotHappen(NOTICE, agreement.value()));
  }

  /**
   * Whoever gave notice withdrew it: the agreement goes on, and both stay in the chronology.
   *
   * @param on when
   * @throws org.opora.api.faults.Refused also when no notice is running that day
   */
  public void withdrawNotice(Viewer viewer, AgreementId agreement, long version, LocalDate on) {
    Refusals.day("on", on);
    takeBack(
        viewer,
        agreement,
        version,
        row -> {
          if (row.ending() == null || !row.ending().way().notice()) {
            throw Refusals.refused(null, "refused.agreement-no-end");
          }
          LocalDate given = row.ending().day();
          Refusals.inOrder("on", given, on);
          if (on.isAfter(viewer.today()) || on.isAfter(row.endedOn())) {
            throw Refusals.refused("on", "refused.notice-withdrawn-late", on, row.endedOn());
          }
          // Another notice may follow, and each stands on its own.
          UUID once = FileStory.source(given.toString(), agreement.value());
          story.didNotHappen(NOTICE, agreement.value());
          story.happened(viewer, row.file(), NOTICE, once, given);
          story.happened(viewer, row.file(), "agreement-notice-withdrawn", once, on);
        });
  }

  /**
   * @param notice what becomes of it; asked when nothing else was running before
   */
  private void takeBack(
      Viewer viewer, AgreementId agreement, long version, Consumer<Agreement> notice) {
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.end-taken-back",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          Agreement row = rows.held(agreement);
          Refusals.fresh(row.version(), version);
          if (row.endedOn() == null || row.closedOn() != null) {
            throw Refusals.refused(null, "refused.agreement-no-end");
          }
          OvertakenEnd before = last(overtaken(em, file, agreement));
          rows.alone(agreement, row.concludedOn(), before == null ? null : before.lastDay(), null);
          OneAgreement.Watch watch = one.watch(em, file);
          if (before == null) {
            notice.accept(row);
            row.endTakenBack();
          } else {
            row.endsAsBefore(before);
            em.remove(before);
          }
          rows.windDown();
          watch.refuse(null);
          watch.note(viewer);
          story.agreement(viewer, row);
          em.flush();
          followUps.follow(em, viewer, row, dues(row, overtaken(em, file, agreement)));
          return null;
        });
  }

  /**
   * Everything that follows from its end is done.
   *
   * @throws org.opora.api.faults.Refused while it is in force
   */
  public void close(Viewer viewer, AgreementId agreement, long version, LocalDate on) {
    Refusals.day("closedOn", on);
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.closed",
        (em, held) -> {
          Agreement row = new AgreementRows(em, held).held(agreement);
          Refusals.fresh(row.version(), version);
          if (on.isAfter(viewer.today())) {
            throw Refusals.refused("closedOn", "refused.future", on);
          }
          if (row.closedOn() != null || !row.state(on).leadsTo(AgreementState.CLOSED, false)) {
            throw Refusals.refused("closedOn", "refused.agreement-not-wound-down", on);
          }
          row.close(on);
          followUps.done(em, viewer, row);
          return null;
        });
  }

  /**
   * What is to be done now.
   *
   * @param overtaken whose notice was given all the same
   */
  private List<FollowUpTasks.Due> dues(Agreement row, List<OvertakenEnd> overtaken) {
    if (row.ending() == null || row.neverBegan()) {
      return List.of();
    }
    List<FollowUpTasks.Due> dues =
        new ArrayList<>(rules().dues(row.ending().way(), row.ending().day(), row.endedOn()));
    for (OvertakenEnd one : overtaken) {
      Ending before = one.ending();
      rules().dues(before.way(), before.day(), one.lastDay()).stream()
          .filter(FollowUpTasks.Due::fromNotice)
          .forEach(dues::add);
    }
    return dues;
  }

  private static NewEnding with(NewEnding ending, String reason) {
    return new NewEnding(ending.way(), ending.on(), ending.ground(), ending.lastDay(), reason);
  }

  private EndingRules rules() {
    return rules(null);
  }

  private EndingRules rules(LocalDate optedIn) {
    return new EndingRules(law.agreements(), optedIn);
  }

  private AgreementLife life(
      Agreement row,
      LocalDate today,
      OvertakenEnd overtaken,
      LocalDate optedIn,
      List<StepTaken> steps,
      boolean onlySigned,
      boolean endTyped) {
    return new AgreementLife(
        AgreementRows.shown(row),
        row.state(today),
        row.takenOver(),
        row.consentOn(),
        row.consentReference(),
        row.signedOn(),
        optedIn,
        row.ending() == null ? null : end(row, optedIn, row.ending(), row.endedOn()),
        overtaken == null ? null : end(row, optedIn, overtaken.ending(), overtaken.lastDay()),
        row.closedOn(),
        steps,
        onlySigned,
        endTyped);
  }

  private AgreementLife.End end(
      Agreement row, LocalDate optedIn, Ending ending, LocalDate lastDay) {
    UUID id = row.id();
    return new AgreementLife.End(
        ending.way(),
        ending.day(),
        ground(ending),
        ending.reason() == null
            ? null
            : keys.open(Subject.of(row.file()), PLACE, id, ending.reason()),
        rules(optedIn)
            .outlook(ending.way(), row.signedOn(), row.concludedOn(), ending.day(), lastDay));
  }

  /** The ground in the words of its pack; only its code is left when the pack is not installed. */
  private Text ground(Ending ending) {
    return ending.ground() == null
        ? null
        : rules()
            .ground(ending.way(), ending.ground())
            .orElseGet(() -> Refusals.text("ending.ground.unknown", ending.ground()));
  }
}
