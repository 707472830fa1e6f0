package org.opora.registry.walls.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Title;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.walls.domain.RaisedWall;
import org.opora.registry.walls.domain.State;
import org.opora.registry.walls.persistence.WallQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Walls that were raised by hand, for whoever manages walls and is kept away by none of them; and
 * how they are lifted. A seal is lifted by two.
 */
@Component(service = WallBook.class)
public final class WallBook {
  /** Where the pages lie of whoever confirms without knowing at whom a seal stands. */
  public static final String SEALS = "/seals";

  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final SecondFactor factor;
  private final Walls walls;
  private final Staff staff;
  private final Choices choices;
  private final Inbox inbox;
  private final Messages messages;
  private final WallPlaces places;
  private final WallSeals seals;
  private final Seconds seconds;

  @Activate
  public WallBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference SecondFactor factor,
      @Reference Colleagues colleagues,
      @Reference Walls walls,
      @Reference Staff staff,
      @Reference Choices choices,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference WallPlaces places) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.factor = factor;
    this.walls = walls;
    this.staff = staff;
    this.choices = choices;
    this.inbox = inbox;
    this.messages = messages;
    this.places = places;
    this.seals = new WallSeals(keys);
    this.seconds = new Seconds(access, colleagues, walls);
  }

  /**
   * @param place null when the viewer does not read files
   * @param named names of those whom it keeps away or lets through, as {@code keeps} says
   * @param away how many it keeps away today
   * @param asker name of whoever asks to have it lifted; null when nobody does, like what follows
   * @param own whether that is the viewer
   * @param why it is to be lifted or was
   * @param lifter null while nobody has lifted it
   */
  public record Line(
      UUID id,
      long version,
      Subject about,
      WallPlaces.Place place,
      Walls.Ground ground,
      Title reason,
      String words,
      Walls.Keeps keeps,
      List<String> named,
      int away,
      String raiser,
      LocalDate raisedOn,
      LocalDate until,
      State state,
      String asker,
      boolean own,
      Instant askedAt,
      String why,
      String lifter,
      LocalDate liftedOn) {
    /** Whether it keeps anybody away today. */
    public boolean stands() {
      return state == State.STANDS || state == State.ASKED;
    }
  }

  /**
   * All of them, the newest day first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Line> list(Viewer viewer, String after, int limit) {
    access.require(viewer, Walls.MANAGE);
    return tx.read(
        em -> {
          Page<RaisedWall> page =
              new WallQueries(em)
                  .page(
                      access.scope(viewer, Walls.MANAGE),
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines(viewer, page.items()), page.next());
        });
  }

  /**
   * At a family and the people who are in it now, or at one person; the newest first.
   *
   * @throws NotFound when there is no such family or person for the viewer
   */
  public List<Line> at(Viewer viewer, Subject about) {
    places.open(viewer, about);
    Set<UUID> asked = new HashSet<>(Set.of(about.id()));
    places.members(viewer, about).forEach(one -> asked.add(one.about().id()));
    return tx.read(
        em ->
            lines(
                viewer,
                new WallQueries(em)
                    .at(asked).stream().filter(wall -> seen(viewer, wall)).distinct().toList()));
  }

  private boolean seen(Viewer viewer, RaisedWall wall) {
    return access.decide(viewer, Walls.MANAGE, wall.about()).allowed();
  }

  /**
   * @throws NotFound when there is none, or a wall stands between it and the viewer
   */
  public Line one(Viewer viewer, UUID id) {
    access.require(viewer, Walls.MANAGE);
    return tx.read(
        em -> {
          RaisedWall row = Held.load(em, RaisedWall.class, id);
          access.require(viewer, Walls.MANAGE, row.about());
          return lines(viewer, List.of(row)).get(0);
        });
  }

  /** How a wall can be lifted. */
  public enum Lifting {
    /** By one person. */
    ALONE,
    /** By two. */
    TWO,
    /** It would take two, and nobody else is in the house who could confirm it. */
    LAST,
    /** It takes two, and whoever else manages walls must not know of this one. */
    NOBODY
  }

  /**
   * How the viewer could lift it.
   *
   * @throws NotFound as {@link #one}
   */
  public Lifting lifting(Viewer viewer, UUID id) {
    access.require(viewer, Walls.MANAGE);
    return tx.read(
        em -> {
          RaisedWall row = Held.load(em, RaisedWall.class, id);
          access.require(viewer, Walls.MANAGE, row.about());
          return lifting(viewer, row, seconds.of(viewer, row));
        });
  }

  private Lifting lifting(Viewer viewer, RaisedWall row, Seconds.Found found) {
    if (row.ground() != Walls.Ground.SEAL) {
      return Lifting.ALONE;
    }
    if (!found.none()) {
      return Lifting.TWO;
    }
    return seconds.alone(viewer) ? Lifting.LAST : Lifting.NOBODY;
  }

  /** What came of it that somebody wanted a wall lifted. */
  public enum Outcome {
    LIFTED,
    /** A second person has to confirm it. */
    ASKED
  }

  /**
   * Lifts the wall; a seal only together with a second person, who manages walls or confirms it
   * without knowing at whom it stands. Only where there is really nobody else it goes without.
   *
   * @throws org.opora.api.faults.Refused without a reason, when it does not stand or somebody has
   *     asked already, and when nobody may be the second person
   */
  public Outcome lift(Viewer viewer, UUID id, long version, String why) {
    return settle(
        viewer,
        id,
        version,
        seconds::manages,
        (em, row) -> {
          if (row.asked(viewer.now())) {
            throw Refusals.refused(null, "wall.refused.asked");
          }
          byte[] words = seals.lifted(row, Refusals.line("why", why, WallDesk.WORDS));
          Seconds.Found found = seconds.of(viewer, row);
          return switch (lifting(viewer, row, found)) {
            case ALONE -> lift(viewer, row, words, "");
            case LAST -> lift(viewer, row, words, ";alone=true");
            case TWO -> ask(viewer, row, words, found);
            case NOBODY -> throw Refusals.refused(null, "wall.refused.no-second");
          };
        });
  }

  private Outcome ask(Viewer viewer, RaisedWall row, byte[] words, Seconds.Found found) {
    row.ask(viewer.staff(), viewer.now(), words);
    wrote(viewer, "wall.lift-asked", row, "");
    Title told = messages.title("inbox.wall-lift-asked");
    found.managing().forEach(one -> inbox.tell(one, told, href(row)));
    found.unseeing().forEach(one -> inbox.tell(one, told, SEALS + "/" + row.id()));
    return Outcome.ASKED;
  }

  /**
   * A second person lifts the seal that a first one asked for.
   *
   * @throws org.opora.api.faults.Refused when the viewer asked for it, or nobody does any more
   */
  public void confirm(Viewer viewer, UUID id, long version) {
    settle(
        viewer,
        id,
        version,
        seconds::decides,
        (em, row) -> {
          requireAsked(viewer, row);
          if (row.askedBy().equals(viewer.staff())) {
            throw Refusals.refused(null, "wall.refused.second-person");
          }
          inbox.tell(row.askedBy(), messages.title("inbox.wall-lifted"), href(row));
          lift(viewer, row, row.liftWords(), ";asked=" + row.askedBy());
          return null;
        });
  }

  /**
   * What was asked for is not done; whoever asked may take it back so, too.
   *
   * @throws org.opora.api.faults.Refused when nobody asks for it any more
   */
  public void turnDown(Viewer viewer, UUID id, long version) {
    settle(
        viewer,
        id,
        version,
        seconds::decides,
        (em, row) -> {
          requireAsked(viewer, row);
          if (!row.askedBy().equals(viewer.staff())) {
            inbox.tell(row.askedBy(), messages.title("inbox.wall-turned-down"), href(row));
          }
          wrote(viewer, "wall.lift-turned-down", row, ";asked=" + row.askedBy());
          row.turnDown();
          return null;
        });
  }

  private static void requireAsked(Viewer viewer, RaisedWall row) {
    if (!row.asked(viewer.now())) {
      throw Refusals.refused(null, "wall.refused.not-asked");
    }
  }

  /** Throws for whoever has none. */
  private interface Right {
    void require(Viewer viewer, RaisedWall row);
  }

  private interface Change<T> {
    T of(EntityManager em, RaisedWall row);
  }

  private <T> T settle(Viewer viewer, UUID id, long version, Right right, Change<T> change) {
    seconds.any(viewer);
    right.require(viewer, tx.read(em -> Held.load(em, RaisedWall.class, id)));
    factor.requireFresh(viewer);
    return tx.required(
        em -> {
          RaisedWall row = Held.hold(em, RaisedWall.class, id);
          Refusals.fresh(row.version(), version);
          switch (row.state(viewer.now(), viewer.today())) {
            case LIFTED -> throw Refusals.refused(null, "wall.refused.lifted", row.liftedOn());
            case OVER -> throw Refusals.refused(null, "wall.refused.over", row.until());
            default -> {
              return change.of(em, row);
            }
          }
        });
  }

  private Outcome lift(Viewer viewer, RaisedWall row, byte[] words, String how) {
    row.lifted(viewer.staff(), viewer.today(), words);
    walls.open(viewer, row.id());
    wrote(viewer, "wall.lifted", row, how);
    return Outcome.LIFTED;
  }

  private void wrote(Viewer viewer, String act, RaisedWall row, String more) {
    audit.wrote(viewer, act, List.of(row.about()), "wall=" + row.id() + more);
  }

  private static String href(RaisedWall row) {
    return "/walls/" + row.id();
  }

  private List<Line> lines(Viewer viewer, Collection<RaisedWall> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Subject, WallPlaces.Place> known =
        places.known(viewer, rows.stream().map(RaisedWall::about).distinct().toList());
    Map<UUID, Walls.Closed> closed =
        walls.closed(viewer, rows.stream().map(RaisedWall::id).toList());
    Set<StaffId> asked = new HashSet<>();
    rows.stream()
        .flatMap(row -> Stream.of(row.raisedBy(), row.askedBy(), row.liftedBy()))
        .filter(Objects::nonNull)
        .forEach(asked::add);
    closed.values().forEach(one -> asked.addAll(one.named()));
    Map<StaffId, String> names = staff.names(asked);
    Choices.Spoken spoken = choices.all(WallDesk.REASONS);
    return rows.stream().map(row -> line(viewer, row, known, closed, names, spoken)).toList();
  }

  private Line line(
      Viewer viewer,
      RaisedWall row,
      Map<Subject, WallPlaces.Place> known,
      Map<UUID, Walls.Closed> closed,
      Map<StaffId, String> names,
      Choices.Spoken spoken) {
    Walls.Closed now = closed.get(row.id());
    // After its day an answer that nobody gave is no question any more.
    boolean asked = row.asked(viewer.now());
    boolean told = asked || row.liftedOn() != null;
    return new Line(
        row.id(),
        row.version(),
        row.about(),
        known.get(row.about()),
        row.ground(),
        spoken.term(row.reason()).words(),
        seals.why(row),
        now.keeps(),
        now.named().stream().map(names::get).filter(Objects::nonNull).sorted().toList(),
        now.away().size(),
        names.get(row.raisedBy()),
        row.raisedOn(),
        row.until(),
        row.state(viewer.now(), viewer.today()),
        told && row.askedBy() != null ? names.get(row.askedBy()) : null,
        asked && row.askedBy().equals(viewer.staff()),
        told ? row.askedAt() : null,
        told ? seals.lifted(row) : null,
        row.liftedBy() == null ? null : names.get(row.liftedBy()),
        row.liftedOn());
  }
}
