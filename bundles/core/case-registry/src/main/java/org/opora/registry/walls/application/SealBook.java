package org.opora.registry.walls.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.shared.application.Held;
import org.opora.registry.walls.domain.RaisedWall;
import org.opora.registry.walls.persistence.WallQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals that somebody wants lifted, for a second person who does not manage walls: who asks, why,
 * and whom the seal keeps away, never from whom.
 */
@Component(service = SealBook.class)
public final class SealBook {
  private static final int LISTED = 50;
  private final Transactions tx;
  private final Access access;
  private final Walls walls;
  private final Staff staff;
  private final WallSeals seals;
  private final Seconds seconds;

  @Activate
  public SealBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Colleagues colleagues,
      @Reference Walls walls,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.walls = walls;
    this.staff = staff;
    this.seals = new WallSeals(keys);
    this.seconds = new Seconds(access, colleagues, walls);
  }

  /**
   * @param named names of those whom it keeps away or lets through, as {@code keeps} says
   * @param asker name; null when nobody asks, or not any more, like what follows
   * @param own whether that is the viewer
   */
  public record Line(
      UUID id,
      long version,
      Walls.Keeps keeps,
      List<String> named,
      String raiser,
      LocalDate raisedOn,
      String asker,
      boolean own,
      Instant askedAt,
      String why) {
    /** Whether the viewer can say yes or no to it. */
    public boolean decidable() {
      return asker != null && !own;
    }
  }

  /** What waits for the viewer, what waits longest first; at most so many. */
  public List<Line> waiting(Viewer viewer) {
    access.require(viewer, Walls.CONFIRM);
    return tx.read(
        em -> {
          List<RaisedWall> asked =
              new WallQueries(em)
                  .asked(viewer.now().minus(RaisedWall.WAITS), viewer.today(), LISTED);
          return lines(
                  viewer, asked.stream().filter(row -> seconds.mayDecide(viewer, row)).toList())
              .stream()
              .filter(Line::decidable)
              .toList();
        });
  }

  /**
   * @throws NotFound when there is no seal, or it names the viewer
   */
  public Line one(Viewer viewer, UUID id) {
    access.require(viewer, Walls.CONFIRM);
    return tx.read(
        em -> {
          RaisedWall row = Held.load(em, RaisedWall.class, id);
          seconds.decides(viewer, row);
          return lines(viewer, List.of(row)).get(0);
        });
  }

  private List<Line> lines(Viewer viewer, Collection<RaisedWall> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, Walls.Closed> closed =
        walls.closed(viewer, rows.stream().map(RaisedWall::id).toList());
    Set<StaffId> told = new HashSet<>();
    rows.forEach(
        row -> {
          told.add(row.raisedBy());
          told.addAll(closed.get(row.id()).named());
          if (row.askedBy() != null) {
            told.add(row.askedBy());
          }
        });
    Map<StaffId, String> names = staff.names(told);
    return rows.stream().map(row -> line(viewer, row, closed.get(row.id()), names)).toList();
  }

  private Line line(
      Viewer viewer, RaisedWall row, Walls.Closed closed, Map<StaffId, String> names) {
    boolean asked = row.asked(viewer.now()) && row.stands(viewer.today());
    return new Line(
        row.id(),
        row.version(),
        closed.keeps(),
        closed.named().stream().map(names::get).filter(name -> name != null).sorted().toList(),
        names.get(row.raisedBy()),
        row.raisedOn(),
        asked ? names.get(row.askedBy()) : null,
        asked && row.askedBy().equals(viewer.staff()),
        asked ? row.askedAt() : null,
        asked ? seals.lifted(row) : null);
  }
}
