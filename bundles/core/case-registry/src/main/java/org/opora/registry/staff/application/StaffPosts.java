package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.staff.domain.StaffPost;
import org.opora.registry.staff.domain.StaffShare;
import org.opora.registry.staff.persistence.PostRow;
import org.opora.registry.staff.persistence.ShareRow;
import org.opora.registry.staff.persistence.StaffQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who does what in the centre, since when and for how much of a full time. */
@Component(service = StaffPosts.class)
public final class StaffPosts {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final StaffDoor door;

  @Activate
  public StaffPosts(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.door = new StaffDoor(access);
  }

  /** Part of the list of staff. Who has no post written down counts as present. */
  public enum Which {
    PRESENT,
    FORMER,
    ALL
  }

  /**
   * Members of staff by name. Colleagues see those who are here, with name, post and workplace.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<StaffLine> list(Viewer viewer, Which which, String after, int limit) {
    access.require(viewer, Staff.READ);
    boolean leads = viewer.may(Staff.WRITE);
    Which part = leads ? which : Which.PRESENT;
    return tx.read(
        em -> {
          List<StaffLine> all = lines(em, viewer, leads);
          UUID last = Cursors.key(after);
          List<StaffLine> rest =
              all.stream()
                  .skip(place(all, last))
                  .filter(line -> part == Which.ALL || line.present() == (part == Which.PRESENT))
                  .toList();
          int size = Cursors.within(limit, LONGEST_PAGE);
          return Cursors.page(
              rest.subList(0, Math.min(rest.size(), size + 1)), size, line -> line.id().value());
        });
  }

  private static int place(List<StaffLine> all, UUID last) {
    for (int i = 0; last != null && i < all.size(); i++) {
      if (all.get(i).id().value().equals(last)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** One member of staff, as the viewer may see them. */
  public StaffLine line(Viewer viewer, StaffId staff) {
    access.require(viewer, Staff.READ);
    boolean open = door.may(viewer, staff);
    return tx.read(
        em -> {
          StaffMember member = Held.load(em, StaffMember.class, staff.value());
          StaffQueries queries = new StaffQueries(em);
          return line(
              member,
              queries.posts(staff.value()),
              queries.sharesOn(viewer.today()),
              viewer.today(),
              open);
        });
  }

  /** Whether the viewer may open the sheet of this member of staff. */
  public boolean opens(Viewer viewer, StaffId staff) {
    return door.may(viewer, staff);
  }

  private static List<StaffLine> lines(EntityManager em, Viewer viewer, boolean leads) {
    StaffQueries queries = new StaffQueries(em);
    Map<UUID, List<PostRow>> posts = queries.posts();
    Map<UUID, Integer> shares = leads ? queries.sharesOn(viewer.today()) : Map.of();
    Collator collator = Collator.getInstance(viewer.locale());
    return em.createQuery("SELECT s FROM StaffMember s", StaffMember.class).getResultList().stream()
        .map(
            row ->
                line(row, posts.getOrDefault(row.id(), List.of()), shares, viewer.today(), leads))
        .sorted(
            Comparator.comparing(StaffLine::name, collator)
                .thenComparing(line -> line.id().toString()))
        .toList();
  }

  private static StaffLine line(
      StaffMember member,
      List<PostRow> posts,
      Map<UUID, Integer> shares,
      LocalDate today,
      boolean open) {
    boolean present = posts.isEmpty() || posts.stream().anyMatch(post -> !post.over(today));
    List<PostRow> now = posts.stream().filter(post -> post.on(today)).toList();
    List<PostRow> shown = now.isEmpty() ? posts.stream().limit(1).toList() : now;
    return new StaffLine(
        new StaffId(member.id()),
        member.name(),
        shown.stream()
            .map(
                post ->
                    new StaffLine.Post(
                        post.code(), post.wording(), post.workplace(), open ? post.kind() : null))
            .toList(),
        present,
        open
            ? posts.stream().map(PostRow::since).min(Comparator.naturalOrder()).orElse(null)
            : null,
        open && !present
            ? posts.stream().map(PostRow::until).max(Comparator.naturalOrder()).orElse(null)
            : null,
        open
            ? now.stream()
                .map(post -> shares.get(post.id()))
                .filter(Objects::nonNull)
                .reduce(Integer::sum)
                .orElse(null)
            : null);
  }

  /** Posts of a member of staff, the newest first. */
  public List<Seen> of(Viewer viewer, StaffId staff) {
    door.sheet(viewer, staff);
    return tx.read(
        em -> {
          StaffQueries queries = new StaffQueries(em);
          List<PostRow> rows = queries.posts(staff.value());
          Map<UUID, List<ShareRow>> shares =
              queries.sharesOf(rows.stream().map(PostRow::id).toList());
          return rows.stream()
              .map(row -> seen(row, shares.getOrDefault(row.id(), List.of()), viewer.today()))
              .toList();
        });
  }

  public Seen view(Viewer viewer, UUID post) {
    return tx.read(
        em -> {
          StaffQueries queries = new StaffQueries(em);
          PostRow row = queries.post(post);
          if (row == null) {
            throw new NotFound();
          }
          door.sheet(viewer, new StaffId(row.staff()));
          return seen(row, queries.shares(row.id()), viewer.today());
        });
  }

  private static Seen seen(PostRow row, List<ShareRow> shares, LocalDate today) {
    LocalDate day =
        row.over(today) ? row.until() : today.isBefore(row.since()) ? row.since() : today;
    ShareRow now =
        shares.stream().filter(share -> !share.since().isAfter(day)).findFirst().orElse(null);
    return new Seen(
        row.id(),
        row.version(),
        new StaffId(row.staff()),
        new NewPost(
            row.code(),
            row.wording(),
            row.kind(),
            row.workplace(),
            row.since(),
            row.until(),
            row.probationUntil(),
            row.socialWorker(),
            now == null ? null : now.hundredths(),
            now == null ? null : now.since()),
        row.on(today),
        shares);
  }

  /**
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID add(Viewer viewer, StaffId staff, NewPost post) {
    door.leads(viewer);
    NewPost checked = PostCheck.of(post);
    return tx.required(
        em -> {
          Held.load(em, StaffMember.class, staff.value());
          StaffPost row = new StaffPost(Ids.next(), staff);
          write(em, row, checked, null);
          wrote(viewer, "staff.post-added", row);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public void amend(Viewer viewer, UUID post, long version, NewPost now) {
    door.leads(viewer);
    NewPost checked = PostCheck.of(now);
    tx.run(
        em -> {
          StaffPost row = Held.hold(em, StaffPost.class, post);
          Refusals.fresh(row.version(), version);
          // Also when nothing but its shares has changed.
          em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          StaffQueries queries = new StaffQueries(em);
          NewPost before = seen(queries.post(post), queries.shares(post), viewer.today()).post();
          write(em, row, checked, before);
          wrote(viewer, "staff.post-amended", row);
        });
  }

  /** It was written down by mistake: as if they had never had it. */
  public void remove(Viewer viewer, UUID post, long version) {
    door.leads(viewer);
    tx.run(
        em -> {
          StaffPost row = Held.hold(em, StaffPost.class, post);
          Refusals.fresh(row.version(), version);
          em.createQuery("DELETE FROM StaffShare s WHERE s.post = :post")
              .setParameter("post", post)
              .executeUpdate();
          em.remove(row);
          wrote(viewer, "staff.post-removed", row);
        });
  }

  /**
   * @param before what the form was opened with; null for a new post
   */
  private static void write(EntityManager em, StaffPost row, NewPost post, NewPost before) {
    row.is(post.code(), post.wording(), post.kind(), post.workplace());
    row.lasts(post.since(), post.until(), post.probationUntil(), post.socialWorker());
    em.persist(row);
    TreeMap<LocalDate, Integer> known = new TreeMap<>();
    new StaffQueries(em)
        .shares(row.id())
        .forEach(share -> known.put(share.since(), share.hundredths()));
    TreeMap<LocalDate, Integer> shares = new TreeMap<>();
    // The first share begins with the post, also when the day of the post is corrected.
    changed(known, post, before)
        .forEach((day, share) -> shares.put(later(day, post.since()), share));
    if (!shares.isEmpty()) {
      shares.put(post.since(), shares.pollFirstEntry().getValue());
    }
    em.createQuery("DELETE FROM StaffShare s WHERE s.post = :post")
        .setParameter("post", row.id())
        .executeUpdate();
    shares.forEach((day, share) -> em.persist(new StaffShare(Ids.next(), row.id(), day, share)));
  }

  /**
   * Shares as the form wants them. It shows one share of several: the others stay, those to come as
   * well, and when that one is as it was, nothing about shares has been said.
   */
  private static TreeMap<LocalDate, Integer> changed(
      TreeMap<LocalDate, Integer> known, NewPost post, NewPost before) {
    TreeMap<LocalDate, Integer> shares = new TreeMap<>(known);
    boolean sameShare = before != null && Objects.equals(before.hundredths(), post.hundredths());
    LocalDate day = before == null ? null : before.shareFrom();
    boolean sameDay =
        post.shareFrom().equals(day)
            || post.shareFrom().equals(post.since())
                && before != null
                && before.since().equals(day);
    if (sameShare && (sameDay || post.hundredths() == null)) {
      return shares;
    }
    if (sameShare) {
      shares.remove(day);
    }
    if (post.hundredths() == null) {
      shares.tailMap(post.shareFrom(), true).clear();
    } else {
      shares.put(post.shareFrom(), post.hundredths());
    }
    return shares;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void wrote(Viewer viewer, String action, StaffPost row) {
    audit.wrote(viewer, action, List.of(), "staff=" + row.staff() + ";post=" + row.id());
  }

  /**
   * A post with the version its form carries.
   *
   * @param now whether it holds today
   * @param shares of a full time, the newest first
   */
  public record Seen(
      UUID id, long version, StaffId staff, NewPost post, boolean now, List<ShareRow> shares) {}
}
