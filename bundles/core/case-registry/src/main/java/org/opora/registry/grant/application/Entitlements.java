package org.opora.registry.grant.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.faults.NotFound;
import org.opora.api.grant.Grant;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What belongs to agreements month by month, and what came for them. Nothing is stored of what can
 * be reckoned from the facts.
 */
@Component(service = Entitlements.class)
public final class Entitlements {
  private static final int LONGEST_PAGE = 100;

  /** More than any centre ends in a year. */
  private static final int MOST_ENDED = 10_000;

  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final Confirmations confirmations;
  private final GrantBook law;
  private final GrantDoor door;

  @Activate
  public Entitlements(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Confirmations confirmations,
      @Reference GrantBook law) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.confirmations = confirmations;
    this.law = law;
    this.door = new GrantDoor(tx, access, audit, aliases);
  }

  /** Which agreements of a year a list is about. */
  public enum Which {
    ALL,
    /** Those whose last day lies in the year. */
    ENDED,
    /** Those that have ended and are not settled. */
    TO_SETTLE
  }

  /**
   * Agreements in force on some day of the year, or for which money came that year, the newest
   * first; without those of a family with a child behind a wall.
   *
   * @param file null for all
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<AgreementYear> list(
      Viewer viewer, int year, CaseFileId file, Which which, String after, int limit) {
    if (file == null) {
      access.require(viewer, Grant.READ);
    } else {
      door.open(viewer, Grant.READ, file);
    }
    int most = Cursors.within(limit, LONGEST_PAGE);
    return which == Which.TO_SETTLE
        ? first(page(viewer, year, file, which, after, MOST_ENDED).items(), most)
        : page(viewer, year, file, which, after, most);
  }

  /** Agreements that have ended in the year and are not settled, the newest first. */
  public List<AgreementYear> toSettle(Viewer viewer, int year) {
    access.require(viewer, Grant.READ);
    return page(viewer, year, null, Which.TO_SETTLE, null, MOST_ENDED).items();
  }

  private Page<AgreementYear> page(
      Viewer viewer, int year, CaseFileId file, Which which, String after, int limit) {
    Set<UUID> walled = door.walled(viewer);
    return tx.read(
        em -> {
          Page<Agreement> rows =
              new AgreementQueries(em)
                  .page(
                      access.scope(viewer, Grant.READ),
                      year,
                      file,
                      which != Which.ALL,
                      walled,
                      after,
                      limit);
          return new Page<>(
              years().of(em, viewer, rows.items(), year).stream()
                  .filter(row -> which != Which.TO_SETTLE || row.toSettle())
                  .toList(),
              rows.next());
        });
  }

  /**
   * What is to settle is reckoned, so the database cannot page it; but it knows where an agreement
   * stands in the list, also one that has been settled since.
   */
  private static Page<AgreementYear> first(List<AgreementYear> rows, int limit) {
    return Cursors.page(
        rows.subList(0, Math.min(rows.size(), limit + 1)), limit, row -> row.agreement().value());
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public AgreementYear view(Viewer viewer, AgreementId agreement, int year) {
    Agreement row = door.agreement(viewer, Grant.READ, agreement);
    return tx.read(em -> years().of(em, viewer, List.of(row), year).get(0));
  }

  /** Whether a wall at a child keeps the sums of the family from the viewer. */
  public boolean partClosed(Viewer viewer, CaseFileId file) {
    door.open(viewer, Grant.READ, file);
    return door.partClosed(viewer, file);
  }

  /** What the contribution does not pay on the day. */
  public List<Code> notPaid(LocalDate day) {
    return law.notPaid(day, Marks.now(confirmations));
  }

  /** Whether the viewer sees the money of every family, and so may add it up. */
  public boolean seesAll(Viewer viewer) {
    return viewer.reach(Grant.READ) == Reach.ALL;
  }

  private AgreementYears years() {
    return new AgreementYears(access, aliases, law, Marks.now(confirmations));
  }
}
