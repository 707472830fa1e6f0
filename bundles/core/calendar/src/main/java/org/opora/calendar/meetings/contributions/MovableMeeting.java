package org.opora.calendar.meetings.contributions;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.MeetingMoves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A meeting can be moved in the calendar. */
@Component
public final class MovableMeeting implements AppointmentKind {
  private final MeetingMoves moves;

  @Activate
  public MovableMeeting(@Reference MeetingMoves moves) {
    this.moves = moves;
  }

  @Override
  public String origin() {
    return CalendarModule.ID;
  }

  @Override
  public String kind() {
    return MeetingDesk.KIND;
  }

  @Override
  public String permission() {
    return Calendar.WRITE;
  }

  @Override
  public Set<UUID> movable(Viewer viewer, Collection<UUID> sources) {
    return moves.movable(viewer, sources);
  }

  @Override
  public void requireMovable(Viewer viewer, UUID source) {
    moves.requireMovable(viewer, source);
  }

  @Override
  public Where outside(UUID source, Where now) {
    return moves.outside(source);
  }

  @Override
  public void move(Viewer viewer, UUID source, Slot slot, RoomId room, Because because) {
    moves.move(viewer, source, slot, room, because);
  }
}
