package org.opora.registry.house.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.registry.house.domain.ChoiceChange;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.LawConfirmation;
import org.opora.registry.house.domain.Mandate;
import org.opora.registry.house.domain.MandateState;
import org.opora.registry.house.domain.MandateStateBefore;
import org.opora.registry.house.domain.ServiceActivity;
import org.opora.registry.house.domain.ServiceActivityBefore;
import org.opora.registry.house.domain.SettingChange;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Reads about the house. A centre has few of each, so lists are not paged. */
public final class HouseQueries {
  private final EntityManager em;

  public HouseQueries(EntityManager em) {
    this.em = em;
  }

  /** The newest first. */
  public List<Mandate> mandates() {
    return em.createQuery(
            "SELECT m FROM Mandate m ORDER BY m.inForceFrom DESC, m.id DESC", Mandate.class)
        .getResultList();
  }

  /** The newest first. */
  public List<MandateState> states(UUID mandate) {
    return em.createQuery(
            "SELECT s FROM MandateState s WHERE s.mandate = :mandate ORDER BY s.since DESC",
            MandateState.class)
        .setParameter("mandate", mandate)
        .getResultList();
  }

  /** Of every mandate, the newest first. */
  public List<MandateState> states() {
    return em.createQuery("SELECT s FROM MandateState s ORDER BY s.since DESC", MandateState.class)
        .getResultList();
  }

  /** Of every state, the one corrected last first. */
  public List<MandateStateBefore> corrections() {
    return em.createQuery(
            "SELECT b FROM MandateStateBefore b ORDER BY b.correctedOn DESC, b.id DESC",
            MandateStateBefore.class)
        .getResultList();
  }

  /** The newest first. */
  public List<Insurance> insurances() {
    return em.createQuery(
            "SELECT i FROM Insurance i ORDER BY i.since DESC, i.id DESC", Insurance.class)
        .getResultList();
  }

  /** Kinds of evidence that are services, also of bundles that are away. */
  public List<String> known() {
    return em.createQuery("SELECT k.service FROM KnownService k ORDER BY k.service", String.class)
        .getResultList();
  }

  /** To which activities services belonged before, the latest first. */
  public List<ServiceActivityBefore> before() {
    return em.createQuery(
            "SELECT b FROM ServiceActivityBefore b ORDER BY b.until DESC",
            ServiceActivityBefore.class)
        .getResultList();
  }

  public List<ServiceActivity> services() {
    return em.createQuery("SELECT s FROM ServiceActivity s", ServiceActivity.class).getResultList();
  }

  /**
   * How many agreements are in force on the day, in the whole centre: a number and nothing else.
   */
  public long agreements(LocalDate day) {
    return em.createQuery(
            "SELECT COUNT(a) FROM Agreement a WHERE a.concludedOn <= :day"
                + " AND (a.endedOn IS NULL OR a.endedOn >= :day)",
            Long.class)
        .setParameter("day", day)
        .getSingleResult();
  }

  /** All changes of a group of settings, the one decided last first. */
  public List<SettingChange> changes(String group) {
    return em.createQuery(
            "SELECT c FROM SettingChange c WHERE c.setting LIKE :group ORDER BY c.turn DESC",
            SettingChange.class)
        .setParameter("group", group + ".%")
        .getResultList();
  }

  /** What a setting says on a day; empty when nothing is decided for it. */
  public Optional<String> content(String setting, LocalDate day) {
    return Sql.query(
            em,
            Clause.of(
                "SELECT c.CONTENT FROM CASE_REGISTRY.SETTING_CHANGE c WHERE c.SETTING = ?"
                    + " AND c.FROM_DAY <= ? ORDER BY c.FROM_DAY DESC, c.TURN DESC"
                    + " FETCH FIRST 1 ROWS ONLY",
                setting,
                day),
            row -> Optional.ofNullable(row.getString(1)))
        .stream()
        .findFirst()
        .flatMap(content -> content);
  }

  /** All changes of a list of choices, the first one first. */
  public List<ChoiceChange> choices(String list) {
    return em.createQuery(
            "SELECT c FROM ChoiceChange c WHERE c.list = :list ORDER BY c.turn", ChoiceChange.class)
        .setParameter("list", list)
        .getResultList();
  }

  /** All changes of all lists, the first one first. */
  public List<ChoiceChange> choices() {
    return em.createQuery("SELECT c FROM ChoiceChange c ORDER BY c.turn", ChoiceChange.class)
        .getResultList();
  }

  /** Those that were not withdrawn, the newest first. */
  public List<LawConfirmation> confirmations() {
    return em.createQuery(
            "SELECT c FROM LawConfirmation c WHERE c.withdrawnOn IS NULL"
                + " ORDER BY c.confirmedOn DESC, c.id DESC",
            LawConfirmation.class)
        .getResultList();
  }
}
