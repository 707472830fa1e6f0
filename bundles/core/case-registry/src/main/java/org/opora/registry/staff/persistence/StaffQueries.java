package org.opora.registry.staff.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.registry.staff.domain.PostCode;

/** Reads about posts and absences. A centre has few members of staff, so a read takes them all. */
public final class StaffQueries {
  private static final String POST =
      "SELECT NEW org.opora.registry.staff.persistence.PostRow(p.id, p.version, p.staff, p.code, p.wording, p.kind,"
          + " p.workplace, p.since, p.until, p.probationUntil, p.socialWorker) FROM StaffPost p";
  private static final String SHARE =
      "SELECT NEW org.opora.registry.staff.persistence.ShareRow(s.post, s.since, s.hundredths) FROM StaffShare s";
  private static final String AWAY =
      "SELECT NEW org.opora.registry.staff.persistence.AwayRow(a.id, a.version, a.staff, a.kind, a.since, a.until,"
          + " a.deputy, a.confirmedOn) FROM Absence a";
  private final EntityManager em;

  public StaffQueries(EntityManager em) {
    this.em = em;
  }

  /** Posts of everybody, the newest first. */
  public Map<UUID, List<PostRow>> posts() {
    return em.createQuery(POST + " ORDER BY p.since DESC, p.id", PostRow.class)
        .getResultStream()
        .collect(Collectors.groupingBy(PostRow::staff));
  }

  /** Posts of one member of staff, the newest first. */
  public List<PostRow> posts(UUID staff) {
    return em.createQuery(
            POST + " WHERE p.staff = :staff ORDER BY p.since DESC, p.id", PostRow.class)
        .setParameter("staff", staff)
        .getResultList();
  }

  public PostRow post(UUID post) {
    return em.createQuery(POST + " WHERE p.id = :post", PostRow.class)
        .setParameter("post", post)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Shares of one post, the newest first. */
  public List<ShareRow> shares(UUID post) {
    return em.createQuery(SHARE + " WHERE s.post = :post ORDER BY s.since DESC", ShareRow.class)
        .setParameter("post", post)
        .getResultList();
  }

  /** The same of several posts, by post. */
  public Map<UUID, List<ShareRow>> sharesOf(Collection<UUID> posts) {
    return posts.isEmpty()
        ? Map.of()
        : em.createQuery(SHARE + " WHERE s.post IN :posts ORDER BY s.since DESC", ShareRow.class)
            .setParameter("posts", posts)
            .getResultStream()
            .collect(Collectors.groupingBy(ShareRow::post));
  }

  /** Hundredths of a full time of each post on a day; posts without a share are missing. */
  public Map<UUID, Integer> sharesOn(LocalDate day) {
    return em.createQuery(SHARE + " WHERE s.since <= :day", ShareRow.class)
        .setParameter("day", day)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                ShareRow::post,
                Collectors.collectingAndThen(
                    Collectors.maxBy(Comparator.comparing(ShareRow::since)),
                    last -> last.orElseThrow().hundredths())));
  }

  /** Hundredths of a full time of each member of staff, all posts of the day together. */
  public Map<UUID, Integer> fullTimeOn(LocalDate day) {
    Map<UUID, Integer> shares = sharesOn(day);
    Map<UUID, Integer> sums = new HashMap<>();
    posts()
        .forEach(
            (staff, posts) ->
                posts.stream()
                    .filter(post -> post.on(day))
                    .map(post -> shares.getOrDefault(post.id(), 0))
                    .reduce(Integer::sum)
                    .ifPresent(sum -> sums.put(staff, sum)));
    return sums;
  }

  /** Who has this post on a day. */
  public Set<UUID> holding(PostCode code, LocalDate day) {
    return posts().values().stream()
        .flatMap(List::stream)
        .filter(post -> post.code() == code && post.on(day))
        .map(PostRow::staff)
        .collect(Collectors.toSet());
  }

  /** Absences of a member of staff, the newest first. */
  public List<AwayRow> absences(UUID staff) {
    return em.createQuery(
            AWAY + " WHERE a.staff = :staff ORDER BY a.since DESC, a.id", AwayRow.class)
        .setParameter("staff", staff)
        .getResultList();
  }

  /** Absences that this person has or stands in for and that are not over on the day. */
  public List<AwayRow> concerning(UUID staff, LocalDate day) {
    return em.createQuery(
            AWAY
                + " WHERE (a.staff = :staff OR a.deputy = :staff) AND a.until >= :day ORDER BY a.since, a.id",
            AwayRow.class)
        .setParameter("staff", staff)
        .setParameter("day", day)
        .getResultList();
  }

  /** Absences of everybody that are not over on the day, the earliest first. */
  public List<AwayRow> from(LocalDate day) {
    return em.createQuery(AWAY + " WHERE a.until >= :day ORDER BY a.since, a.id", AwayRow.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** Absences in which this person stands in at that time, as it was confirmed. */
  public List<AwayRow> standingIn(UUID staff, LocalDate first, LocalDate last) {
    return em.createQuery(
            AWAY
                + " WHERE a.deputy = :staff AND a.confirmedOn IS NOT NULL AND a.since <= :last AND a.until >= :first"
                + " ORDER BY a.since, a.id",
            AwayRow.class)
        .setParameter("staff", staff)
        .setParameter("first", first)
        .setParameter("last", last)
        .getResultList();
  }

  /** Absences of a member of staff that are not over on the day, the earliest first. */
  public List<AwayRow> awayFrom(UUID staff, LocalDate day) {
    return em.createQuery(
            AWAY + " WHERE a.staff = :staff AND a.until >= :day ORDER BY a.since, a.id",
            AwayRow.class)
        .setParameter("staff", staff)
        .setParameter("day", day)
        .getResultList();
  }

  /**
   * Days away of each of these that may reduce what is owed, the newest first: a course is none.
   */
  public Map<UUID, List<AwayRow>> idle(Collection<UUID> staff) {
    return em.createQuery(
            AWAY + " WHERE a.staff IN :staff AND a.kind <> :kind ORDER BY a.since DESC, a.id",
            AwayRow.class)
        .setParameter("staff", staff)
        .setParameter("kind", AbsenceKind.TRAINING)
        .getResultStream()
        .collect(Collectors.groupingBy(AwayRow::staff));
  }
}
