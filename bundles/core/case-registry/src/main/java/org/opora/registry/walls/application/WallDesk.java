package org.opora.registry.walls.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.HandWalls;
import org.opora.registry.files.application.StandInNews;
import org.opora.registry.files.application.StandIns;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.staff.application.FamilyLeft;
import org.opora.registry.tasks.application.TaskHandover;
import org.opora.registry.walls.domain.RaisedWall;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Raises walls by hand, at a family or at one person: for a conflict of interest, because somebody
 * is excluded, or as a seal. For whoever is kept away nothing is there from that moment on.
 */
@Component(service = WallDesk.class)
public final class WallDesk {
  /** List of reasons. */
  public static final String REASONS = "wall-reasons";

  /** As many characters a reason has at most. */
  public static final int WORDS = 1000;

  private final Transactions tx;
  private final AuditTrail audit;
  private final SecondFactor factor;
  private final Colleagues colleagues;
  private final Walls walls;
  private final CaseFiles files;
  private final Staff staff;
  private final Choices choices;
  private final Inbox inbox;
  private final Messages messages;
  private final StandIns standIns;
  private final TaskHandover tasks;
  private final PostHandover post;
  private final WallPlaces places;
  private final WallSeals seals;

  @Activate
  public WallDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference AuditTrail audit,
      @Reference SecondFactor factor,
      @Reference Colleagues colleagues,
      @Reference Walls walls,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference Choices choices,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference StandIns standIns,
      @Reference TaskHandover tasks,
      @Reference PostHandover post,
      @Reference WallPlaces places) {
    this.tx = tx;
    this.audit = audit;
    this.factor = factor;
    this.colleagues = colleagues;
    this.walls = walls;
    this.files = files;
    this.staff = staff;
    this.choices = choices;
    this.inbox = inbox;
    this.messages = messages;
    this.standIns = standIns;
    this.tasks = tasks;
    this.post = post;
    this.places = places;
    this.seals = new WallSeals(keys);
  }

  /**
   * What stands on the page before anything is chosen.
   *
   * @param members at whom else a wall can be raised from here
   * @param colleagues whom it could name
   */
  public record Desk(
      WallPlaces.Place place,
      List<WallPlaces.Place> members,
      List<Choices.Term> reasons,
      List<Staff.Member> colleagues) {}

  /**
   * @param about a family's file or a person
   * @throws org.opora.api.faults.NotFound when there is none for the viewer
   */
  public Desk desk(Viewer viewer, Subject about) {
    WallPlaces.Place place = places.open(viewer, about);
    return new Desk(
        place,
        places.members(viewer, about),
        choices.offered(REASONS, viewer.today()),
        staff.all(viewer).stream().filter(one -> !one.id().equals(viewer.staff())).toList());
  }

  /**
   * Somebody whom the wall would keep away.
   *
   * @param does what they do in the family, today or later
   * @param first the families they lead, to be handed over before; empty when the wall can be
   *     raised
   */
  public record Away(StaffId staff, String name, List<RelationKind> does, List<First> first) {}

  /** A family that is handed over before the wall can be raised. */
  public record First(CaseFileId file, String number, String familyName) {}

  /**
   * What a wall would do.
   *
   * @param away whom it would keep away, those first who have to do with the family
   * @param through who would still get through with a name, without those who manage walls
   */
  public record Preview(WallPlaces.Place place, List<Away> away, List<String> through) {
    /** Whether something has to be handed over first. */
    public boolean blocked() {
      return away.stream().anyMatch(one -> !one.first().isEmpty());
    }
  }

  /**
   * Whom the wall would keep away; nothing is raised.
   *
   * @throws org.opora.api.faults.Refused when a field is wrong, or it would keep away nobody or the
   *     viewer
   */
  public Preview preview(Viewer viewer, Subject about, NewWall wanted) {
    WallPlaces.Place place = places.open(viewer, about);
    checked(viewer, wanted);
    return tx.read(
        em -> {
          HandWalls around = hand(em);
          Set<CaseFileId> families = around.families(about, viewer.today());
          Map<StaffId, Set<RelationKind>> working = around.working(families, viewer.today());
          Set<StaffId> away = away(viewer, wanted);
          return new Preview(
              place,
              lines(viewer, away, working, families, around),
              wanted.keeps() == Walls.Keeps.ALL_BUT
                  ? staff.names(wanted.named()).values().stream().sorted().toList()
                  : List.of());
        });
  }

  private List<Away> lines(
      Viewer viewer,
      Set<StaffId> away,
      Map<StaffId, Set<RelationKind>> working,
      Set<CaseFileId> families,
      HandWalls around) {
    Map<StaffId, String> names = staff.names(away);
    return away.stream()
        .map(
            one -> {
              List<RelationKind> does = List.copyOf(working.getOrDefault(one, Set.of()));
              return new Away(
                  one,
                  names.get(one),
                  does,
                  does.contains(RelationKind.KEY_WORKER)
                      ? led(viewer, around.led(one, families, viewer.today()))
                      : List.of());
            })
        .filter(one -> one.name() != null)
        .sorted(
            Comparator.comparing((Away one) -> one.first().isEmpty())
                .thenComparing(one -> one.does().isEmpty())
                .thenComparing(Away::name))
        .toList();
  }

  private List<First> led(Viewer viewer, Collection<CaseFileId> led) {
    return files.headers(viewer, led).values().stream()
        .map(header -> new First(header.id(), header.number(), header.familyName()))
        .sorted(Comparator.comparing(First::number))
        .toList();
  }

  private Set<StaffId> away(Viewer viewer, NewWall wanted) {
    Set<StaffId> away = walls.keptAway(viewer, wanted.keeps(), wanted.named());
    if (away.contains(viewer.staff())) {
      throw Refusals.refused("named", "refused.own-wall");
    }
    if (away.isEmpty()) {
      throw Refusals.refused("named", "wall.refused.nobody");
    }
    return away;
  }

  private String checked(Viewer viewer, NewWall wanted) {
    if (wanted.ground() == null) {
      throw Refusals.refused("ground", "refused.required");
    }
    if (wanted.reason() == null
        || !choices.fits(REASONS, List.of(wanted.reason()), viewer.today(), List.of())) {
      throw Refusals.refused("reason", "refused.required");
    }
    String why = Refusals.line("words", wanted.words(), WORDS);
    if (wanted.keeps() == null) {
      throw Refusals.refused("keeps", "refused.required");
    }
    Set<StaffId> known = staff.names(wanted.named()).keySet();
    if (!known.containsAll(wanted.named())) {
      throw Refusals.refused("named", "refused.nobody");
    }
    if (wanted.until() != null && wanted.until().isBefore(viewer.today())) {
      throw Refusals.refused("until", "wall.refused.past");
    }
    return why;
  }

  /**
   * @param wall its key
   * @param left how many tasks of those who are kept away stay with the family, because nobody
   *     leads it
   */
  public record Raised(UUID wall, long left) {}

  /**
   * Raises the wall; it holds at once. What those whom it keeps away do in the family beside
   * leading it ends, and their tasks and letters of it go to its key worker.
   *
   * @throws org.opora.api.faults.Refused when a field is wrong, it would keep away nobody or the
   *     viewer, or the key worker of a family that it closes, wholly or in part: then the family is
   *     handed over first, so that it is in somebody's hands
   */
  public Raised raise(Viewer viewer, Subject about, NewWall wanted) {
    places.open(viewer, about);
    factor.requireFresh(viewer);
    String why = checked(viewer, wanted);
    return tx.required(
        em -> {
          HandWalls around = hand(em);
          Set<CaseFileId> families = around.families(about, viewer.today());
          // Nobody becomes the key worker meanwhile.
          Held.hold(em, CaseFile.class, Chunks.values(families));
          Set<StaffId> away = away(viewer, wanted);
          Map<StaffId, Set<RelationKind>> working = around.working(families, viewer.today());
          if (away.stream()
              .anyMatch(
                  one -> working.getOrDefault(one, Set.of()).contains(RelationKind.KEY_WORKER))) {
            throw Refusals.refused("named", "wall.refused.key-worker");
          }
          long left = 0;
          if (about.kind() == Subject.Kind.CASE_FILE) {
            left = leave(em, viewer, new CaseFileId(about.id()), away, working.keySet());
          }
          UUID id = Ids.next();
          RaisedWall row =
              new RaisedWall(
                  id, about, wanted.ground(), wanted.reason(), seals.why(about, id, why));
          row.raised(viewer.staff(), viewer.today(), wanted.until());
          em.persist(row);
          em.flush();
          Set<Subject> closed = around.at(about, viewer.today());
          walls.close(
              viewer,
              new Walls.Closure(
                  id, wanted.ground(), wanted.keeps(), wanted.named(), wanted.until()),
              closed);
          audit.wrote(
              viewer,
              "wall.raised",
              List.of(about),
              "wall=" + id + ";ground=" + wanted.ground() + ";keeps=" + wanted.keeps());
          for (StaffId one : colleagues.overseeing(Walls.MANAGE, List.copyOf(closed))) {
            if (!one.equals(viewer.staff())) {
              inbox.tell(one, messages.title("inbox.wall-raised"), "/walls/" + id);
            }
          }
          return new Raised(id, left);
        });
  }

  /** How many of their tasks stay. */
  private long leave(
      EntityManager em, Viewer viewer, CaseFileId file, Set<StaffId> away, Set<StaffId> working) {
    long left = 0;
    FamilyLeft family = new FamilyLeft(files.header(viewer, file), tasks, post);
    for (StaffId one : sorted(away)) {
      if (working.contains(one)) {
        new StandInNews(em, inbox, messages).gone(viewer, standIns.leave(viewer, file, one));
      }
      family.handOn(viewer, one);
      left += tasks.ofFile(one, file);
    }
    return left;
  }

  /** So that two who raise walls at once wait for each other in one order. */
  private static List<StaffId> sorted(Set<StaffId> away) {
    List<StaffId> sorted = new ArrayList<>(away);
    sorted.sort(Comparator.comparing(StaffId::toString));
    return sorted;
  }

  private HandWalls hand(EntityManager em) {
    return new HandWalls(em, walls, inbox, messages);
  }
}
