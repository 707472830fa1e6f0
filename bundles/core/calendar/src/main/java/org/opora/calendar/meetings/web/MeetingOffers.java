package org.opora.calendar.meetings.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Reason;
import org.opora.api.web.Choice;
import org.opora.calendar.meetings.application.MeetingKinds;
import org.opora.calendar.meetings.application.MeetingView;
import org.opora.calendar.shared.application.Crew;

/** What the form of a meeting offers to choose from. */
public record MeetingOffers(Choices choices, Rooms rooms, CaseFiles files, Crew crew) {

  /**
   * @param file of the family it is about, or null
   * @param held the meeting that is changed; null for a new one. What it holds stays offered
   */
  public Map<String, Object> model(
      Viewer viewer, Locale locale, CaseFileId file, MeetingView held) {
    CaseFiles.Header family = file == null ? null : files.header(viewer, file);
    LocalDate today = viewer.today();
    Set<String> kinds = held == null ? Set.of() : Set.of(held.kind().code());
    Map<String, Object> model = new HashMap<>();
    model.put("family", family);
    model.put(
        "kinds",
        choices.offered(MeetingKinds.LIST, today, kinds).stream()
            .map(term -> new Choice(term.code(), term.words().in(locale)))
            .toList());
    model.put("rooms", rooms(held));
    model.put("staff", staff(viewer, held));
    model.put("people", people(family, held));
    model.put("reasons", reasons(locale));
    return model;
  }

  /** Why something is booked all the same. */
  static List<Choice> reasons(Locale locale) {
    return Arrays.stream(Reason.values())
        .map(one -> new Choice(one.name(), one.title().in(locale)))
        .toList();
  }

  private List<Choice> rooms(MeetingView held) {
    Map<String, String> all = new LinkedHashMap<>();
    rooms.inUse().forEach(room -> all.put(room.id().toString(), room.name()));
    if (held != null && held.room() != null) {
      all.putIfAbsent(held.room().toString(), held.roomName());
    }
    return choices(all);
  }

  private List<Choice> staff(Viewer viewer, MeetingView held) {
    Map<String, String> all = new LinkedHashMap<>();
    crew.all(viewer).forEach(one -> all.put(one.id().toString(), one.name()));
    if (held != null) {
      held.staff().forEach((one, name) -> all.putIfAbsent(one.toString(), name));
    }
    return choices(all);
  }

  private static List<Choice> people(CaseFiles.Header family, MeetingView held) {
    Map<String, String> all = new LinkedHashMap<>();
    if (family != null) {
      Stream.concat(
              family.carers().stream().map(one -> Map.entry(one.person(), one.name())),
              family.children().stream().map(one -> Map.entry(one.person(), one.name())))
          .forEach(one -> all.put(one.getKey().toString(), one.getValue().spoken()));
    }
    if (held != null) {
      held.people().forEach((one, name) -> all.putIfAbsent(one.toString(), name.spoken()));
    }
    return choices(all);
  }

  private static List<Choice> choices(Map<String, String> all) {
    List<Choice> list = new ArrayList<>();
    all.forEach((value, label) -> list.add(new Choice(value, label)));
    return list;
  }

  /** Who is ticked when nobody has typed anything yet: whoever writes it down. */
  static List<String> ticked(Viewer viewer, MeetingView held) {
    return held == null
        ? List.of(viewer.staff().toString())
        : held.staff().keySet().stream().map(StaffId::toString).toList();
  }
}
