package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Agreements: at most one of a file is in force on a day, and when the last one ends the file winds
 * down.
 */
@Component(service = {Agreements.class, AgreementsDesk.class})
public final class AgreementsDesk implements Agreements {
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final FileStory story;
  private final OneAgreement one;
  private final TakeOver takeOver;

  @Activate
  public AgreementsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference OneAgreement one,
      @Reference TakeOver takeOver) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.story = story;
    this.one = one;
    this.takeOver = takeOver;
  }

  @Override
  public AgreementId conclude(Viewer viewer, CaseFileId file, NewAgreement agreement) {
    return conclude(viewer, file, agreement, Hand.OURS);
  }

  @Override
  public void amend(
      Viewer viewer, AgreementId agreement, long version, NewAgreement now, LocalDate endedOn) {
    amend(viewer, agreement, version, now, endedOn, Hand.OURS);
  }

  @Override
  public void end(Viewer viewer, AgreementId agreement, LocalDate lastDay) {
    end(viewer, agreement, lastDay, Hand.OURS);
  }

  /** Who writes. */
  enum Hand {
    /** Somebody of the centre, who is told what the law does not allow. */
    OURS,
    /** Former records say what was; that is a fact, and what is wrong with it is shown. */
    FORMER_RECORDS
  }

  AgreementId conclude(Viewer viewer, CaseFileId file, NewAgreement agreement, Hand hand) {
    check(viewer, agreement);
    return change.in(
        viewer,
        file,
        "agreement.concluded",
        (em, held) -> {
          AgreementRows.possible(held);
          if (hand == Hand.OURS) {
            takeOver.check(em, agreement.concludedOn());
          }
          AgreementRows rows = new AgreementRows(em, held);
          rows.alone(null, agreement.concludedOn(), null);
          OneAgreement.Watch watch = one.watch(em, file);
          AgreementId id = rows.add(agreement);
          rows.windDown();
          if (hand == Hand.OURS) {
            watch.refuse("concludedOn");
          }
          watch.note(viewer);
          story.happened(viewer, file, "agreement-concluded", id.value(), agreement.concludedOn());
          return id;
        });
  }

  void amend(
      Viewer viewer,
      AgreementId agreement,
      long version,
      NewAgreement now,
      LocalDate endedOn,
      Hand hand) {
    check(viewer, now);
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.amended",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          var row = rows.held(agreement);
          Refusals.fresh(row.version(), version);
          LocalDate before = row.concludedOn();
          LocalDate signed = signed(row, now, hand);
          checkDays(row, now.concludedOn(), signed, endedOn);
          if (hand == Hand.OURS) {
            LocalDate decides = signed == null ? now.concludedOn() : signed;
            checkTaken(em, row, now.concludedOn(), decides, endedOn);
          }
          rows.alone(agreement, now.concludedOn(), endedOn);
          OneAgreement.Watch watch = one.watch(em, file);
          row.correct(now.kind(), now.mediated(), now.concludedOn(), AgreementRows.authority(now));
          if (row.takenOver()) {
            row.signed(signed);
          }
          row.lasts(endedOn);
          rows.windDown();
          if (hand == Hand.OURS) {
            watch.refuseBeside(day -> day.isBefore(before) ? "concludedOn" : "endedOn");
          }
          watch.note(viewer);
          story.agreement(viewer, row);
          return null;
        });
  }

  void end(Viewer viewer, AgreementId agreement, LocalDate lastDay, Hand hand) {
    Refusals.day("endedOn", lastDay);
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.ended",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          var row = rows.held(agreement);
          endMayBeTyped(row);
          if (hand == Hand.OURS) {
            takeOver.checkEnd(em, row, row.signedOrBegun(), lastDay);
          }
          Refusals.inOrder("endedOn", row.concludedOn(), lastDay);
          rows.alone(agreement, row.concludedOn(), lastDay);
          OneAgreement.Watch watch = one.watch(em, file);
          row.lasts(lastDay);
          rows.windDown();
          if (hand == Hand.OURS) {
            watch.refuse("endedOn");
          }
          watch.note(viewer);
          story.agreement(viewer, row);
          return null;
        });
  }

  @Override
  public Agreement find(Viewer viewer, AgreementId agreement) {
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    return of(viewer, file).stream()
        .filter(one -> one.id().equals(agreement))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @Override
  public List<Agreement> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em ->
            AgreementRows.all(em, file).stream()
                .map(AgreementRows::shown)
                .sorted(Comparator.comparing(Agreement::concludedOn).reversed())
                .toList());
  }

  /** An end that was computed is taken back and written down anew, not typed over. */
  private static void endMayBeTyped(org.opora.registry.files.domain.Agreement row) {
    if (!row.endKnownByDayOnly()) {
      throw Refusals.refused("endedOn", "refused.agreement-end-typed");
    }
  }

  /** What was not so before the centre kept its records here is not typed by hand. */
  private void checkTaken(
      EntityManager em,
      org.opora.registry.files.domain.Agreement row,
      LocalDate concludedOn,
      LocalDate signed,
      LocalDate endedOn) {
    if (row.takenOver() && !concludedOn.equals(row.concludedOn())) {
      takeOver.check(em, concludedOn);
    }
    if (!Objects.equals(row.endedOn(), endedOn)) {
      takeOver.checkEnd(em, row, signed, endedOn);
    }
  }

  /** What is known of the signature of one that was taken over; any other was signed here. */
  private static LocalDate signed(
      org.opora.registry.files.domain.Agreement row, NewAgreement now, Hand hand) {
    return row.takenOver() && hand == Hand.OURS ? now.signedOn() : row.signedOn();
  }

  private static void checkDays(
      org.opora.registry.files.domain.Agreement row,
      LocalDate concludedOn,
      LocalDate signed,
      LocalDate endedOn) {
    if (row.ending() != null && !Objects.equals(row.signedOn(), signed)) {
      throw Refusals.refused("signedOn", "refused.agreement-end-first");
    }
    if (!Objects.equals(row.endedOn(), endedOn)) {
      endMayBeTyped(row);
    }
    if (row.neverBegan() && !concludedOn.equals(row.concludedOn())) {
      throw Refusals.refused("concludedOn", "refused.agreement-never-begun");
    }
    if (!row.neverBegan()) {
      Refusals.inOrder("endedOn", concludedOn, endedOn);
    }
    inForceOnceSigned(concludedOn, signed);
  }

  private static void check(Viewer viewer, NewAgreement agreement) {
    if (agreement.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Refusals.day("concludedOn", agreement.concludedOn());
    if (agreement.signedOn() != null) {
      Refusals.day("signedOn", agreement.signedOn());
      if (agreement.signedOn().isAfter(viewer.today())) {
        throw Refusals.refused("signedOn", "refused.future", agreement.signedOn());
      }
      inForceOnceSigned(agreement.concludedOn(), agreement.signedOn());
    }
  }

  /**
   * @param signed null when it is not known
   */
  private static void inForceOnceSigned(LocalDate concludedOn, LocalDate signed) {
    if (signed != null && concludedOn.isBefore(signed)) {
      throw Refusals.refused("concludedOn", "refused.in-force-before-signed", concludedOn, signed);
    }
  }
}
