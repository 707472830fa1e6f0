package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/** The agreements of a file whose row is held. */
final class AgreementRows {
  private static final int AUTHORITY = 200;
  private final EntityManager em;
  private final CaseFile file;

  AgreementRows(EntityManager em, CaseFile file) {
    this.em = em;
    this.file = file;
  }

  /** Only a foster family has an agreement. */
  static void possible(CaseFile file) {
    if (!file.kind().agreement()) {
      throw Refusals.refused("kind", "refused.no-agreement");
    }
  }

  static List<Agreement> all(EntityManager em, CaseFileId file) {
    return em.createQuery("SELECT a FROM Agreement a WHERE a.file = :file", Agreement.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  static Agreements.Agreement shown(Agreement row) {
    return new Agreements.Agreement(
        new AgreementId(row.id()),
        row.version(),
        row.file(),
        row.kind(),
        row.mediated(),
        row.concludedOn(),
        row.endedOn(),
        row.authority());
  }

  /** From when on agreements of the file are under the present rules by the will of the parties. */
  static Map<UUID, LocalDate> optedIn(EntityManager em, CaseFileId file) {
    Map<UUID, LocalDate> first = new HashMap<>();
    for (Object[] row :
        em.createQuery(
                "SELECT a.agreement, MIN(a.rulesFrom) FROM Amendment a"
                    + " WHERE a.file = :file AND a.rulesFrom IS NOT NULL GROUP BY a.agreement",
                Object[].class)
            .setParameter("file", file.value())
            .getResultList()) {
      first.put((UUID) row[0], (LocalDate) row[1]);
    }
    return first;
  }

  /** The same of one agreement; null when they did not choose them. */
  static LocalDate optedIn(EntityManager em, Agreement row) {
    return optedIn(em, row.file()).get(row.id());
  }

  static String authority(NewAgreement agreement) {
    return Refusals.optional("authority", agreement.authority(), AUTHORITY);
  }

  Agreement held(AgreementId agreement) {
    return Held.hold(em, Agreement.class, agreement.value());
  }

  /** Whether nothing has followed from the signature yet, so that it may be taken back. */
  boolean onlySigned(Agreement row) {
    return onlySigned(em, all(em, file.id())).contains(new AgreementId(row.id()));
  }

  /**
   * Of all agreements of a file those of which there is nothing but the signature, and no later
   * one.
   */
  static Set<AgreementId> onlySigned(EntityManager em, List<Agreement> all) {
    Set<AgreementId> signed =
        all.stream()
            .filter(row -> !row.takenOver() && row.endedOn() == null && row.closedOn() == null)
            .filter(
                row ->
                    all.stream().noneMatch(other -> other.concludedOn().isAfter(row.concludedOn())))
            .map(row -> new AgreementId(row.id()))
            .collect(Collectors.toCollection(HashSet::new));
    if (!signed.isEmpty()) {
      em.createQuery("SELECT a.agreement FROM Amendment a WHERE a.agreement IN :signed", UUID.class)
          .setParameter("signed", Chunks.values(signed))
          .getResultList()
          .forEach(changed -> signed.remove(new AgreementId(changed)));
    }
    return signed;
  }

  AgreementId add(NewAgreement agreement) {
    AgreementId id = AgreementId.next();
    Agreement row =
        new Agreement(
            id.value(),
            file.id(),
            agreement.kind(),
            agreement.mediated(),
            agreement.concludedOn(),
            authority(agreement));
    row.signed(agreement.signedOn());
    em.persist(row);
    return id;
  }

  void alone(AgreementId itself, LocalDate from, LocalDate until) {
    alone(itself, from, until, "concludedOn");
  }

  /**
   * @param itself the agreement in question; null for a new one
   * @param field beside which a refusal stands
   * @throws org.opora.api.faults.Refused when another one is in force on one of these days
   */
  void alone(AgreementId itself, LocalDate from, LocalDate until, String field) {
    all(em, file.id()).stream()
        .filter(other -> itself == null || !other.id().equals(itself.value()))
        .filter(other -> other.overlaps(from, until))
        .findFirst()
        .ifPresent(
            other -> {
              throw Refusals.refused(field, "refused.agreement-in-force", other.concludedOn());
            });
  }

  /**
   * The file winds down from the day after its last agreement; called on every change of one. What
   * never began does not count.
   */
  void windDown() {
    em.flush();
    List<Agreement> all =
        all(em, file.id()).stream().filter(agreement -> !agreement.neverBegan()).toList();
    boolean lasts =
        all.isEmpty() || all.stream().anyMatch(agreement -> agreement.endedOn() == null);
    file.windsDown(
        lasts
            ? null
            : all.stream()
                .map(Agreement::endedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusDays(1));
  }
}
