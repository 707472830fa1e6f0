package org.opora.registry.post.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.post.domain.LetterNumber;
import org.opora.registry.post.persistence.LetterQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Series;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The book of post: what came, what went, who deals with it and what answered it. */
@Component(service = PostDesk.class)
public final class PostDesk {
  /** Permission to see post: that of files one may see, and one's own that concerns none. */
  public static final String READ = "registry.post.read";

  /** Permission to write into the book of post. */
  public static final String WRITE = "registry.post.write";

  private static final String SERIES = "letter";
  private static final int LONGEST_PAGE = 100;
  private static final int LONGEST_REASON = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final PostNews news;
  private final PostDoor door;
  private final PostCheck check;
  private final PostSeals seals;
  private final LetterLines lines;

  @Activate
  public PostDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference PostNews news) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.news = news;
    this.door = new PostDoor(access, audit);
    this.check = new PostCheck(colleagues);
    this.seals = new PostSeals(keys);
    this.lines = new LetterLines(tx, access, staff, keys);
  }

  /**
   * Writes a letter down under the next number of the year in which it was received or sent. What
   * it answers is settled with it.
   *
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public UUID enter(Viewer viewer, NewLetter letter) {
    door.require(viewer, WRITE, letter.file());
    NewLetter checked = check.checked(viewer, letter, null);
    return tx.required(
        em -> {
          Letter answered = checked.answers() == null ? null : answered(em, viewer, checked);
          int year = checked.passedOn().getYear();
          Letter row =
              new Letter(
                  Ids.next(),
                  checked.direction(),
                  new LetterNumber(Series.next(em, SERIES, year), year),
                  viewer.staff());
          seals.write(row, checked);
          news.task(viewer, row, false);
          em.persist(row);
          em.flush();
          news.story(viewer, row);
          wrote(viewer, "letter.entered", row);
          if (answered != null) {
            settle(viewer, answered, row.id());
          }
          return row.id();
        });
  }

  private Letter answered(EntityManager em, Viewer viewer, NewLetter reply) {
    Letter row = Held.hold(em, Letter.class, reply.answers());
    door.require(viewer, WRITE, row);
    whole(row);
    toBeSettled(row);
    return row;
  }

  /**
   * Corrects a line. The direction and the number stay.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when it is struck out, or a rule says no
   */
  public void amend(Viewer viewer, UUID letter, long version, NewLetter now) {
    door.require(viewer, WRITE, now.file());
    change(
        viewer,
        letter,
        version,
        "letter.amended",
        (em, row) -> {
          NewLetter checked = check.checked(viewer, now, row);
          StaffId doer = row.doer();
          CaseFileId file = row.file();
          seals.write(row, checked);
          boolean anew = !Objects.equals(doer, row.doer()) || !Objects.equals(file, row.file());
          news.task(viewer, row, anew);
          news.story(viewer, row);
        });
  }

  /**
   * The letter has been dealt with.
   *
   * @param number of the outgoing letter that answers it, such as {@code 14/2026}; null when it was
   *     dealt with otherwise
   * @throws org.opora.api.faults.Refused when it does not wait, or there is no such letter
   */
  public void settle(Viewer viewer, UUID letter, long version, String number) {
    change(
        viewer,
        letter,
        version,
        "letter.settled",
        (em, row) -> {
          toBeSettled(row);
          settle(
              viewer,
              row,
              number == null || number.isBlank() ? null : reply(em, viewer, number).id());
        });
  }

  private Letter reply(EntityManager em, Viewer viewer, String number) {
    return LetterNumber.parse(number)
        .flatMap(new LetterQueries(em)::find)
        .filter(found -> found.direction() == Direction.OUTGOING && !found.struckOut())
        .filter(found -> door.opens(viewer, READ, found))
        .orElseThrow(() -> Refusals.refused("answer", "post.refused.answer", number.strip()));
  }

  private void settle(Viewer viewer, Letter row, UUID reply) {
    row.settle(viewer.today(), viewer.staff(), reply);
    news.settled(viewer, row);
  }

  /** It was not dealt with after all. */
  public void reopen(Viewer viewer, UUID letter, long version) {
    change(
        viewer,
        letter,
        version,
        "letter.reopened",
        (em, row) -> {
          if (row.settledOn() == null) {
            throw Refusals.refused(null, "post.refused.open");
          }
          row.reopen();
          news.task(viewer, row, false);
        });
  }

  /** Strikes out a line written by mistake; what it answered waits again. */
  public void strikeOut(Viewer viewer, UUID letter, long version, String reason) {
    String why = Refusals.line("reason", reason, LONGEST_REASON);
    change(
        viewer,
        letter,
        version,
        "letter.struck-out",
        (em, row) -> {
          row.strikeOut(viewer.today(), viewer.staff(), seals.reason(row, why));
          news.task(viewer, row, false);
          news.story(viewer, row);
          for (Letter answered : new LetterQueries(em).answeredBy(row.id())) {
            answered.reopen();
            news.task(viewer, answered, false);
            wrote(viewer, "letter.reopened", answered);
          }
        });
  }

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the letter
   */
  public Seen view(Viewer viewer, UUID letter) {
    return tx.read(
        em -> {
          Letter row = Held.load(em, Letter.class, letter);
          door.require(viewer, READ, row);
          List<Letter> others = new ArrayList<>(new LetterQueries(em).answeredBy(letter));
          if (row.answer() != null) {
            others.add(Held.load(em, Letter.class, row.answer()));
          }
          List<Tie> links =
              others.stream()
                  .map(
                      other ->
                          new Tie(
                              door.opens(viewer, READ, other) ? other.id() : null,
                              other.number().toString()))
                  .toList();
          return new Seen(lines.of(viewer, List.of(row)).get(0), links);
        });
  }

  /**
   * As far as the viewer may see it, the newest first. {@code limit} is at most 100.
   *
   * @throws org.opora.api.faults.NotFound when it is asked of a file that is not there
   */
  public Page<LetterLine> list(Viewer viewer, PostFilter filter, String after, int limit) {
    door.require(viewer, READ, filter.file());
    return tx.read(
        em -> {
          Page<Letter> rows =
              new LetterQueries(em)
                  .page(
                      access.scope(viewer, READ),
                      filter.direction(),
                      filter.waiting(),
                      filter.doer(),
                      filter.file(),
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          if (filter.file() != null && rows.items().isEmpty()) {
            // Without a letter, or not there at all: a wall is answered like the latter.
            Held.load(em, CaseFile.class, filter.file().value());
          }
          return new Page<>(lines.of(viewer, rows.items()), rows.next());
        });
  }

  /**
   * Colleagues who could deal with a letter: those who may see it.
   *
   * @param file the file it concerns, or null
   */
  public Set<StaffId> doers(Viewer viewer, CaseFileId file) {
    return check.doers(viewer, file);
  }

  private void change(
      Viewer viewer,
      UUID letter,
      long version,
      String action,
      BiConsumer<EntityManager, Letter> change) {
    Letter seen = tx.read(em -> Held.load(em, Letter.class, letter));
    door.require(viewer, WRITE, seen);
    tx.run(
        em -> {
          Letter row = Held.hold(em, Letter.class, letter);
          Refusals.fresh(row.version(), version);
          // What was decided on is what is changed: it may have been put under another file.
          Refusals.fresh(row.version(), seen.version());
          whole(row);
          change.accept(em, row);
          wrote(viewer, action, row);
        });
  }

  private static void whole(Letter row) {
    if (row.struckOut()) {
      throw Refusals.refused(null, "post.refused.void", row.voidOn());
    }
  }

  private static void toBeSettled(Letter row) {
    if (!row.incoming()) {
      throw Refusals.refused(null, "post.refused.not-incoming");
    }
    if (row.settledOn() != null) {
      throw Refusals.refused(null, "post.refused.settled", row.settledOn());
    }
  }

  private void wrote(Viewer viewer, String action, Letter row) {
    audit.wrote(viewer, action, List.of(row.self()), "letter=" + row.id());
  }

  /**
   * A letter with those it is tied to: the one that answers it, or those it answers.
   *
   * @param ties in the order of their numbers
   */
  public record Seen(LetterLine letter, List<Tie> ties) {}

  /**
   * @param id null when the viewer may not see it
   */
  public record Tie(UUID id, String number) {}
}
