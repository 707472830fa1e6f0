package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
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
@Component(service = Agreements.class)
public final class AgreementsDesk implements Agreements {
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final FileStory story;
  private final Aliases aliases;
  private final LawBook law;

  @Activate
  public AgreementsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference Aliases aliases,
      @Reference LawBook law) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.story = story;
    this.aliases = aliases;
    this.law = law;
  }

  @Override
  public AgreementId conclude(Viewer viewer, CaseFileId file, NewAgreement agreement) {
    check(agreement);
    return change.in(
        viewer,
        file,
        "agreement.concluded",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          rows.alone(null, agreement.concludedOn(), null);
          AgreementId id = rows.add(agreement);
          rows.windDown();
          story.happened(viewer, file, "agreement-concluded", id.value(), agreement.concludedOn());
          return id;
        });
  }

  @Override
  public void amend(
      Viewer viewer, AgreementId agreement, long version, NewAgreement now, LocalDate endedOn) {
    check(now);
    Refusals.inOrder("endedOn", now.concludedOn(), endedOn);
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.amended",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          var row = rows.held(agreement);
          Refusals.fresh(row.version(), version);
          if (!Objects.equals(row.endedOn(), endedOn)) {
            endMayBeTyped(row);
          }
          rows.alone(agreement, now.concludedOn(), endedOn);
          if (!row.takenOver()) {
            if (now.concludedOn().isBefore(row.signedOn())) {
              throw Refusals.refused(
                  "concludedOn",
                  "refused.in-force-before-signed",
                  now.concludedOn(),
                  row.signedOn());
            }
            new OneAgreement(em, aliases, law.agreements())
                .ofFile(file, now.concludedOn(), endedOn, "concludedOn");
          }
          row.correct(now.kind(), now.mediated(), now.concludedOn(), AgreementRows.authority(now));
          row.lasts(endedOn);
          rows.windDown();
          story.happened(viewer, file, "agreement-concluded", agreement.value(), now.concludedOn());
          story.ended(viewer, file, "agreement-ended", agreement.value(), endedOn);
          return null;
        });
  }

  @Override
  public void end(Viewer viewer, AgreementId agreement, LocalDate lastDay) {
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
          Refusals.inOrder("endedOn", row.concludedOn(), lastDay);
          rows.alone(agreement, row.concludedOn(), lastDay);
          row.lasts(lastDay);
          rows.windDown();
          story.happened(viewer, file, "agreement-ended", agreement.value(), lastDay);
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
    if (!row.takenOver() || row.ending() != null || row.closedOn() != null) {
      throw Refusals.refused("endedOn", "refused.agreement-end-typed");
    }
  }

  private static void check(NewAgreement agreement) {
    if (agreement.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Refusals.day("concludedOn", agreement.concludedOn());
  }
}
