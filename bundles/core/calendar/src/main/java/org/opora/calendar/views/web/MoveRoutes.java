package org.opora.calendar.views.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Rooms;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.AppointmentId;
import org.opora.api.overrides.Reason;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.Entry;
import org.opora.calendar.views.application.MoveDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moving an appointment: the form, what stands in the way, and the way back. */
@Component
public final class MoveRoutes implements RouteSet {
  private static final String MOVE = "/calendar/appointments/{appointment}/move";

  /** What the form asks for; what is wrong elsewhere stands beside the time, or in the summary. */
  private static final Set<String> FIELDS =
      Set.of("on", "from", "room", "despite", "despite-words");

  private static final Set<String> OF_THE_TIME =
      Set.of(Collision.Field.STAFF.code(), Collision.Field.PEOPLE.code());

  /** It lasts as long as before, so when it ends follows from when it begins. */
  private static final String UNTIL = "until";

  private final MoveDesk moves;
  private final Messages messages;
  private final Rooms rooms;

  @Activate
  public MoveRoutes(
      @Reference MoveDesk moves, @Reference Rooms rooms, @Reference Messages messages) {
    this.moves = moves;
    this.rooms = rooms;
    this.messages = messages;
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(MOVE, Calendar.READ, this::blank), Route.post(MOVE, Calendar.READ, this::move));
  }

  /** A choice of the form. */
  public record Option(String value, String label) {}

  private Reply.Page blank(Request request) {
    Entry entry = moves.movable(request.viewer(), id(request));
    WallClock clock = new WallClock(request.viewer().zone());
    return form(request, entry, clock.day(entry.slot().start()), null);
  }

  private Reply move(Request request) {
    Viewer viewer = request.viewer();
    Form form = request.form();
    Entry entry = moves.movable(viewer, id(request));
    WallClock clock = new WallClock(viewer.zone());
    MoveFields.Target target = new MoveFields(form, clock).read(entry);
    boolean asks = form.raw("act").equals("look");
    if (form.valid() && !asks) {
      try {
        moves.move(
            viewer, entry.id(), form.version(), target.slot(), target.room(), target.because());
        return Reply.to(
            DayPage.address(
                clock.day(target.slot().start()), entry.id(), entry.slot().start(), entry.room()));
      } catch (Refused refused) {
        refused(form, refused);
      } catch (Stale changed) {
        form.stale();
        entry = moves.movable(viewer, entry.id());
      }
    }
    List<Collision> inTheWay =
        form.valid() && asks
            ? moves.inTheWay(viewer, entry.id(), target.slot(), target.room())
            : null;
    LocalDate on = target.slot() == null ? null : clock.day(target.slot().start());
    Reply.Page page = form(request, entry, on, inTheWay);
    return asks && form.valid() ? page : page.status(422);
  }

  private static AppointmentId id(Request request) {
    return new AppointmentId(request.id("appointment"));
  }

  /** Colleagues and people are not chosen here: for them, another time is. */
  private static void refused(Form form, Refused refused) {
    String field = refused.field();
    if (field == null || FIELDS.contains(field)) {
      form.refused(refused);
    } else if (field.equals(UNTIL)) {
      form.error("from", refused.text());
    } else {
      form.error(OF_THE_TIME.contains(field) ? "on" : Form.WHOLE, refused.text());
    }
  }

  /**
   * @param on the day that was chosen; null when none was
   * @param inTheWay null when nobody asked for it
   */
  private Reply.Page form(Request request, Entry entry, LocalDate on, List<Collision> inTheWay) {
    WallClock clock = new WallClock(request.viewer().zone());
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put("day", clock.day(entry.slot().start()));
    model.put("from", clock.time(entry.slot().start()));
    model.put("minutes", entry.slot().minutes());
    model.put("rooms", offered(entry, request.locale()));
    model.put("room", entry.room() == null ? MoveFields.OUTSIDE : entry.room().toString());
    model.put("reasons", reasons(request));
    model.put("twice", on == null ? null : clock.twice(on).orElse(null));
    model.put("looked", inTheWay != null);
    model.put("inTheWay", inTheWay == null ? List.of() : inTheWay);
    model.put(
        "opens",
        inTheWay != null && inTheWay.stream().anyMatch(one -> one.kind().yieldsToReason()));
    request.shows(entry.subjects());
    return Reply.page("move", model);
  }

  /** The room it is in stays a choice, also when it is not used any more. */
  private List<Option> offered(Entry entry, Locale locale) {
    List<Option> all = new ArrayList<>();
    rooms.inUse().forEach(room -> all.add(new Option(room.id().toString(), room.name())));
    boolean there =
        entry.room() == null
            || all.stream().anyMatch(one -> one.value().equals(entry.room().toString()));
    if (!there) {
      all.add(new Option(entry.room().toString(), entry.roomName()));
    }
    all.add(new Option(MoveFields.OUTSIDE, messages.text(locale, "view.outside")));
    return List.copyOf(all);
  }

  private static List<Option> reasons(Request request) {
    return Arrays.stream(Reason.values())
        .map(one -> new Option(one.name(), one.title().in(request.locale())))
        .toList();
  }
}
