package org.opora.supervisedcontacts.pictures.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;

/**
 * The contacts of a child in one family that fall on some days, and whom the child is to see.
 *
 * @param plan one of the child's there
 */
public record PictureQueries(EntityManager em, PlanRow plan, LocalDate from, LocalDate until) {
  private static final String AMONG =
      " FROM ContactChild k JOIN Contact c ON c.id = k.contact%s WHERE k.childFile = :childFile"
          + " AND k.caseFile = :caseFile AND c.day >= :from AND c.day <= :until ORDER BY c.start,"
          + " k.id";

  /**
   * @param child key of what the contact is for the child
   * @param room null when it is not in the house
   * @param present whether the child was there; null until it is known
   */
  public record Line(
      UUID child,
      LocalDate day,
      Instant start,
      ContactForm form,
      UUID room,
      ContactState state,
      UUID facilitator,
      Boolean present) {}

  /**
   * @param child key of what the contact is for the child
   * @param person key of whom the plan names, and of the seal
   */
  public record Guest(UUID child, UUID person, String kin, byte[] name) {}

  /**
   * Another child of the contact.
   *
   * @param child key of what the contact is for the child whose calendar it is
   * @param plan by which that one is there
   * @param other key of the other child in the register
   */
  public record Companion(UUID child, UUID plan, UUID other) {}

  public List<Line> lines() {
    return asked(
        "SELECT NEW org.opora.supervisedcontacts.pictures.persistence.PictureQueries$Line(k.id,"
            + " c.day, c.start, c.form, c.room, c.state, c.facilitator, k.present)",
        "",
        Line.class);
  }

  public List<Guest> guests() {
    return asked(
        "SELECT NEW org.opora.supervisedcontacts.pictures.persistence.PictureQueries$Guest(k.id,"
            + " p.id, p.kin, p.name)",
        " JOIN AttendsAs a ON a.contactChild = k.id JOIN PlanPerson p ON p.id = a.planPerson",
        Guest.class);
  }

  public List<Companion> companions() {
    return asked(
        "SELECT NEW org.opora.supervisedcontacts.pictures.persistence.PictureQueries$Companion("
            + "k.id, k.plan, o.child)",
        " JOIN ContactChild o ON o.contact = k.contact AND o.id <> k.id",
        Companion.class);
  }

  private <T> List<T> asked(String select, String joined, Class<T> type) {
    return em.createQuery(select + AMONG.formatted(joined), type)
        .setParameter("childFile", plan.childFile())
        .setParameter("caseFile", plan.caseFile())
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }
}
