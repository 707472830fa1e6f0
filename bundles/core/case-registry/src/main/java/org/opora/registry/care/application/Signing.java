package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperSignature;
import org.opora.registry.care.persistence.MetRow;
import org.opora.registry.care.persistence.PaperQueries;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;

/** Carers read what was written and sign it, or refuse to and say why. */
public final class Signing {
  private static final int LONGEST_REASON = 1_000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final PaperKind kind;
  private final PaperSeals seals;
  private final BiConsumer<UUID, List<NewFact>> proves;

  Signing(
      Transactions tx,
      Access access,
      AuditTrail audit,
      Staff staff,
      Keys keys,
      PaperKind kind,
      BiConsumer<UUID, List<NewFact>> proves) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.kind = kind;
    this.seals = new PaperSeals(keys, kind.tables().table());
    this.proves = proves;
  }

  /**
   * @param carer who is or was a carer of the family
   * @param wording number of the wording that was read, as the paper bears it
   * @param on from the day of the entry, and of that wording, until today
   * @param refused whether they would not sign
   * @param reason required when they refused, at most 1,000 characters; not kept otherwise
   */
  public record NewSignature(
      PersonId carer, int wording, LocalDate on, boolean refused, String reason) {}

  /**
   * @param name null when a wall stands before the carer
   * @param reason opened; null when it was signed
   * @param wording number of the wording that was read
   * @param former whether the entry reads otherwise now
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
  public List<Signature> of(Viewer viewer, UUID entry) {
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          PaperEntry row = Held.load(em, kind.entry(), entry);
          kind.owner().require(em, access, viewer, Visits.READ, row);
          PaperQueries queries = kind.queries(em);
          List<PaperSignature> rows = queries.signatures(row.id());
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
      PaperEntry row,
      PaperSignature one,
      Map<UUID, PersonName> people,
      Map<StaffId, String> names) {
    return new Signature(
        one.id(),
        one.person(),
        people.get(one.person().value()),
        one.day(),
        one.refused(),
        seals.reason(kind.owner().of(row), one.id(), one.reason()),
        names.get(one.notedBy()),
        one.wording(),
        one.wording() != row.wording(),
        one.struckOn(),
        one.struckBy() == null ? null : names.get(one.struckBy()));
  }

  /**
   * From then on the entry is locked for good. The signature is that of the wording which was read;
   * how the entry reads now stays unsigned if it was amended since.
   *
   * @param version of the entry as the form shows it
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no, or the
   *     carer has answered to this wording already
   * @throws org.opora.api.faults.Stale when the entry reads otherwise now
   */
  public UUID note(Viewer viewer, UUID entry, long version, NewSignature signature) {
    writing(viewer, entry);
    String reason = reason(signature);
    return tx.required(
        em -> {
          PaperEntry row = Held.hold(em, kind.entry(), entry);
          Refusals.fresh(row.version(), version);
          if (!row.counts()) {
            throw Refusals.refused(null, "refused.visit-gone");
          }
          check(em, viewer, row, signature);
          UUID id = Ids.next();
          PaperSignature noted =
              kind.newSignature()
                  .apply(
                      new PaperSignature.Noted(
                          id,
                          entry,
                          signature.carer(),
                          signature.wording(),
                          signature.on(),
                          seals.reason(kind.owner().of(row), id, reason),
                          viewer.staff(),
                          viewer.now()));
          em.persist(noted);
          row.sign();
          if (!noted.refused()) {
            proves.accept(id, kind.proof().of(row, noted));
          }
          wrote(viewer, reason == null ? "signed" : "not-signed", row, signature.carer());
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

  private void check(EntityManager em, Viewer viewer, PaperEntry row, NewSignature now) {
    if (now.carer() == null
        || !new VisitQueries(em).carersOf(row.file()).contains(now.carer().value())) {
      throw Refusals.refused("carer", "refused.visit-sign-carer");
    }
    LocalDate on = Refusals.day("on", now.on());
    if (on.isAfter(viewer.today()) || on.isBefore(row.day())) {
      throw Refusals.refused("on", "refused.visit-sign-day", row.day(), on);
    }
    Prints.Read read =
        Prints.read(em, kind, row).stream()
            .filter(one -> one.number() == now.wording())
            .findFirst()
            .orElseThrow(() -> Refusals.refused("wording", "refused.visit-sign-wording"));
    LocalDate since = LocalDate.ofInstant(read.since(), viewer.zone());
    if (on.isBefore(since)) {
      throw Refusals.refused("on", "refused.visit-sign-before", read.number(), since);
    }
    boolean answered =
        kind.queries(em).signatures(row.id()).stream()
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
   * It was noted by mistake: it stays with who struck it out. The entry stays locked.
   *
   * @throws NotFound when the entry has no such signature
   */
  public void strike(Viewer viewer, UUID entry, UUID signature) {
    writing(viewer, entry);
    tx.run(
        em -> {
          PaperEntry row = Held.hold(em, kind.entry(), entry);
          PaperSignature one = Held.load(em, kind.signature(), signature);
          if (!one.entry().equals(row.id())) {
            throw new NotFound();
          }
          if (one.struckOn() == null) {
            one.strike(viewer.today(), viewer.staff());
            proves.accept(one.id(), List.of());
            wrote(viewer, "signature-struck", row, one.person());
          }
        });
  }

  private void writing(Viewer viewer, UUID entry) {
    tx.read(
        em -> {
          PaperEntry row = Held.load(em, kind.entry(), entry);
          kind.owner().require(em, access, viewer, Visits.WRITE, row);
          return row;
        });
  }

  private void wrote(Viewer viewer, String action, PaperEntry row, PersonId carer) {
    audit.wrote(
        viewer,
        kind.name() + "." + action,
        List.of(Subject.of(row.file()), Subject.of(carer)),
        kind.name() + "=" + row.id());
  }
}
