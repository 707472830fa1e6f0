package org.opora.api.access;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import org.opora.api.ids.StaffId;

/**
 * The part of a list a viewer may see, as JPQL. With OWN the query starts from the viewer's
 * relations, so that it never grows with what the viewer may not see; a wall always wins, and one
 * at a person wins under every key of that person. Use it as {@code "SELECT DISTINCT ... FROM " +
 * scope.from("CaseFile", "f", "id") + " WHERE " + scope.where("f", "id") + " AND ..."} and then
 * {@link #bind}.
 *
 * @param reach how far the permission carries
 * @param staff whose relations count
 * @param today the day on which a relation must hold, and a wall stands
 * @param moment at which what is lent for reading must still be open; null where such a relation
 *     does not count, as with every permission that changes something
 */
public record Scope(Reach reach, StaffId staff, LocalDate today, Instant moment) {
  /** What is lent for reading is not in it. */
  public Scope(Reach reach, StaffId staff, LocalDate today) {
    this(reach, staff, today, null);
  }

  /** Whether anything can be seen at all; ask before querying. */
  public boolean empty() {
    return reach == Reach.NONE;
  }

  /**
   * The FROM part.
   *
   * @param entity entity name
   * @param alias alias of the entity in the query
   * @param subject its field of type UUID that holds the subject (case file, child's sub-file or
   *     person)
   */
  public String from(String entity, String alias, String subject) {
    return reach == Reach.OWN
        ? "Relation scopeRelation JOIN "
            + entity
            + " "
            + alias
            + " ON "
            + alias
            + "."
            + subject
            + " = scopeRelation.subject"
        : entity + " " + alias;
  }

  /** The condition that goes with {@link #from}. Never empty. */
  public String where(String alias, String subject) {
    String wall =
        "NOT EXISTS (SELECT scopeWall.id FROM Wall scopeWall WHERE scopeWall.staff = :scopeStaff"
            + " AND scopeWall.subject = "
            + alias
            + "."
            + subject
            + " AND scopeWall.liftedOn IS NULL AND (scopeWall.until IS NULL OR scopeWall.until >="
            + " :scopeToday)) AND NOT EXISTS (SELECT scopeWallSame.id FROM SameKey scopeWallKey"
            + " JOIN Wall scopeWallSame ON scopeWallSame.subject = scopeWallKey.other WHERE"
            + " scopeWallKey.person = "
            + alias
            + "."
            + subject
            + " AND scopeWallSame.staff = :scopeStaff AND scopeWallSame.liftedOn IS NULL"
            + " AND (scopeWallSame.until IS NULL OR scopeWallSame.until >= :scopeToday))";
    return switch (reach) {
      case NONE -> "1 = 0";
      case ALL -> wall;
      case OWN ->
          "scopeRelation.staff = :scopeStaff AND scopeRelation.since <= :scopeToday"
              + " AND (scopeRelation.until IS NULL OR scopeRelation.until >= :scopeToday)"
              + (moment == null
                  ? " AND scopeRelation.expires IS NULL AND "
                  : " AND (scopeRelation.expires IS NULL OR scopeRelation.expires > :scopeMoment)"
                      + " AND ")
              + wall;
    };
  }

  /** Sets the parameters that the two parts name. */
  public <Q extends Query> Q bind(Q query) {
    if (reach != Reach.NONE) {
      query.setParameter("scopeStaff", staff.value());
      query.setParameter("scopeToday", today);
      if (reach == Reach.OWN && moment != null) {
        query.setParameter("scopeMoment", moment.toEpochMilli());
      }
    }
    return query;
  }
}
