package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitSignature;
import org.opora.registry.care.persistence.MetRow;
import org.opora.registry.care.persistence.PaperQueries;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carers read what was written of a visit and sign it, or refuse to and say why. */
@Component(service = VisitSigning.class)
public final class VisitSigning {
  private static final int LONGEST_REASON = 1_000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final PaperSeals seals;

  @Activate
  public VisitSigning(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.seals = new PaperSeals(keys);
  }

  /**
   * @param carer who is or was a carer of the family
   * @param wording number of the wording that was read, as the paper bears it
   * @param on from the day of the visit, and of that wording, until today
   * @param refused whether they would not sign
   * @param reason required when they refused, at most 1,000 characters; not kept otherwise
   */
  public record NewSignature(
      PersonId carer, int wording, LocalDate on, boolean refused, String reason) {}

  /**
   * @param name null when a wall stands before the carer
   * @param reason opened; null when it was signed
   * @param wording number of the wording that was read
   * @param former whether the visit reads otherwise now
   * @param struckOn null unless it was noted by mistake, as {@code struckBy} is
   */
  public record Signature(
      UUID id,
      PersonId person,
      PersonName name,
      LocalDate on,
      boolean refused,
      String reason,
      String notedBy,
      int wording,
      boolean former,
      LocalDate struckOn,
      String struckBy) {}

  /** In the order in which they were noted. */
  public List<Signature> of(Viewer viewer, VisitId visit) {
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          Visit row = Held.load(em, Visit.class, visit.value());
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          PaperQueries queries = new PaperQueries(em);
          List<VisitSignature> rows = queries.signatures(row.id());
          if (rows.isEmpty()) {
            return List.of();
          }
          Map<UUID, PersonName> people =
              queries.signers(row.id(), scope).stream()
                  .collect(Collectors.toMap(MetRow::person, MetRow::name));
          Map<StaffId, String> names =
              staff.names(
                  rows.stream()
                      .flatMap(one -> Stream.of(one.notedBy(), one.struckBy()))
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet()));
          return rows.stream().map(one -> signature(row, one, people, names)).toList();
        });
  }

  private Signature signature(
      Visit row, VisitSignature one, Map<UUID, PersonName> people, Map<StaffId, String> names) {
    return new Signature(
        one.id(),
        one.person(),
        people.get(one.person().value()),
        one.day(),
        one.refused(),
        seals.reason(row.file(), one.id(), one.reason()),
        names.get(one.notedBy()),
        one.wording(),
        one.wording() != row.wording(),
        one.struckOn(),
        one.struckBy() == null ? null : names.get(one.struckBy()));
  }

  /**
   * From then on the visit is locked for good. The signature is that of the wording which was read;
   * how the visit reads now stays unsigned if it was amended since.
   *
   * @param version of the visit as the form shows it
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no, or the
   *     carer has answered to this wording already
   * @throws org.opora.api.faults.Stale when the visit reads otherwise now
   */
  public UUID note(Viewer viewer, VisitId visit, long version, NewSignature signature) {
    CaseFileId file = writing(viewer, visit);
    String reason = reason(signature);
    return tx.required(
        em -> {
          Visit row = Held.hold(em, Visit.class, visit.value());
          Refusals.fresh(row.version(), version);
          if (!row.counts()) {
            throw Refusals.refused(null, "refused.visit-gone");
          }
          check(em, viewer, row, signature);
          UUID id = Ids.next();
          em.persist(
              new VisitSignature(
                  id,
                  visit,
                  signature.carer(),
                  signature.wording(),
                  signature.on(),
                  seals.reason(file, id, reason),
                  viewer.staff(),
                  viewer.now()));
          row.sign();
          wrote(
              viewer, reason == null ? "visit.signed" : "visit.not-signed", row, signature.carer());
          return id;
        });
  }

  private static String reason(NewSignature signature) {
    if (!signature.refused()) {
      return null;
    }
    String reason = Refusals.optional("reason", signature.reason(), LONGEST_REASON);
    if (reason == null) {
      throw Refusals.refused("reason", "refused.visit-sign-reason");
    }
    return reason;
  }

  private static void check(EntityManager em, Viewer viewer, Visit row, NewSignature now) {
    if (now.carer() == null
        || !new VisitQueries(em).carersOf(row.file()).contains(now.carer().value())) {
      throw Refusals.refused("carer", "refused.visit-sign-carer");
    }
    LocalDate on = Refusals.day("on", now.on());
    if (on.isAfter(viewer.today()) || on.isBefore(row.day())) {
      throw Refusals.refused("on", "refused.visit-sign-day", row.day(), on);
    }
    VisitPrints.Read read =
        VisitPrints.read(em, row).stream()
            .filter(one -> one.number() == now.wording())
            .findFirst()
            .orElseThrow(() -> Refusals.refused("wording", "refused.visit-sign-wording"));
    LocalDate since = LocalDate.ofInstant(read.since(), viewer.zone());
    if (on.isBefore(since)) {
      throw Refusals.refused("on", "refused.visit-sign-before", read.number(), since);
    }
    boolean answered =
        new PaperQueries(em)
            .signatures(row.id()).stream()
                .anyMatch(
                    one ->
                        one.person().equals(now.carer())
                            && one.struckOn() == null
                            && one.wording() == now.wording());
    if (answered) {
      throw Refusals.refused("carer", "refused.visit-signed-already");
    }
  }

  /**
   * It was noted by mistake: it stays with who struck it out. The visit stays locked.
   *
   * @throws NotFound when the visit has no such signature
   */
  public void strike(Viewer viewer, VisitId visit, UUID signature) {
    writing(viewer, visit);
    tx.run(
        em -> {
          Visit row = Held.hold(em, Visit.class, visit.value());
          VisitSignature one = Held.load(em, VisitSignature.class, signature);
          if (!one.visit().equals(row.id())) {
            throw new NotFound();
          }
          if (one.struckOn() == null) {
            one.strike(viewer.today(), viewer.staff());
            wrote(viewer, "visit.signature-struck", row, one.person());
          }
        });
  }

  private CaseFileId writing(Viewer viewer, VisitId visit) {
    CaseFileId file = tx.read(em -> Held.load(em, Visit.class, visit.value()).file());
    access.require(viewer, Visits.WRITE, Subject.of(file));
    return file;
  }

  private void wrote(Viewer viewer, String action, Visit row, PersonId carer) {
    audit.wrote(
        viewer, action, List.of(Subject.of(row.file()), Subject.of(carer)), "visit=" + row.id());
  }
}
